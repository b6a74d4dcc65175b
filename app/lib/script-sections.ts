/** The five sections of a script, in the order they are spoken, and how many words each is asked to have. */
export const sectionKeys = ['accueil', 'portrait', 'elan', 'annee', 'cloture'] as const
export type SectionKey = (typeof sectionKeys)[number]

/** Together 680 to 740 words: about five minutes (`script-writing.md` §1). */
export const sectionWords: Record<SectionKey, { min: number; max: number }> = {
  accueil: { min: 85, max: 95 },
  portrait: { min: 235, max: 255 },
  elan: { min: 120, max: 130 },
  annee: { min: 150, max: 165 },
  cloture: { min: 90, max: 95 },
}

/** The wanted sections as they are spoken, each once. */
export function inOrder(wanted: readonly SectionKey[]): SectionKey[] {
  return sectionKeys.filter((key) => wanted.includes(key))
}
