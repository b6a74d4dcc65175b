/** What a person may confide beside their name and date, in fields of their own. */
export const themes = ['relations', 'work', 'family', 'creation', 'change', 'meaning'] as const
export type Theme = (typeof themes)[number]

/** One short field each on the form; `question` is also the field that requests had before there were others. */
export const memoryKinds = ['childhood', 'pride', 'turning', 'question'] as const
export type MemoryKind = (typeof memoryKinds)[number]

/** As it stands in the form's hint, in characters. */
export const maxMemoryCharacters = 300
