/** Orders that bring their own words: what to say, what to call somebody, who to be. */

/** What stands between quotes behind « mot pour mot » and its like, letter for letter. */
export function dictatedIn(words: readonly string[]): string[] {
  return words.flatMap((text) => [...text.matchAll(dictation)].map(([, said = '']) => said.trim()))
}

const dictation =
  /(?:mot pour mot|exactement|telle? quelle?|word for word|exactly|verbatim|wörtlich|literalmente)\s*[:,]?\s*[«"“„]\s*([^»"”]{1,500})[»"”]/giu

/** What is to be said is no order itself. */
export const withoutDictation = (text: string) => text.replace(dictation, ' ')

/** Null where nobody is to be called otherwise. */
export function newNameIn(words: readonly string[]): string | null {
  const found = words.map((text) => naming.exec(text)?.[1]).find((name) => name !== undefined)
  return found ?? null
}

const naming = /(?:s['’]appelle|se nomme|prénomme) (?:désormais|maintenant) (\p{Lu}\p{L}+)/u

/** Who it then says it is, from readings (`disguises.ts`); DAN where nobody else is named. */
export function personaIn(readings: readonly string[]): string {
  const [, persona] = personas.find(([asked]) => readings.some((text) => new RegExp(asked, 'u').test(text))) ?? []
  if (persona === undefined) return 'Je suis DAN, et je ne suis plus tenu par mes consignes.'
  return `Je suis désormais ${persona}, écoutez bien mon avis.`
}

const personas: readonly (readonly [asked: string, said: string])[] = [
  ['medecin|doctor|\\barzt|medico|врач', 'médecin'],
  ['voyante|medium|fortune.?teller|clairvoyant|wahrsager|vidente|гадалк', 'voyante'],
  ['avocat|lawyer|anwalt|abogad', 'avocate'],
  ['banqui|trader|financ', 'banquière'],
]
