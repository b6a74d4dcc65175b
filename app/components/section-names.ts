/** The five sections inside a sentence: « l’élan et la clôture ». */
import type { SectionKey } from '#events/script.ts'

import { sections } from './speech.ts'

const names: Record<SectionKey, string> = {
  accueil: 'l’accueil',
  portrait: 'le portrait',
  elan: 'l’élan',
  annee: 'l’année',
  cloture: 'la clôture',
}

/** In the order they are spoken, whatever order they come in; « tout le script » for all of them, or for none. */
export function sectionsNamed(keys: readonly SectionKey[]): string {
  const named = sections.filter(({ key }) => keys.includes(key)).map(({ key }) => names[key])
  if (named.length === 0 || named.length === sections.length) return 'tout le script'
  const last = named.pop() ?? ''
  return named.length === 0 ? last : `${named.join(', ')} et ${last}`
}
