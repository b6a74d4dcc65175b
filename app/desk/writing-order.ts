/** What leaves the house for a script: a first name, five numbers, a theme and the memories that an admin chose. */
import type { ScriptOrder } from '#app/lib/openai.ts'
import { spokenNumbers } from '#events/numerology/spoken.ts'

import type { Current } from './act.ts'
import { memoryWords, themeWords } from './memory-words.ts'
import { bookedIn, chosenMemoriesIn, sheetIn, spokenName } from './subject.ts'

/** Null for an erased request. */
export function orderFor({ facts }: Current): ScriptOrder | null {
  const wish = facts.findLast((fact) => fact.type === 'ScriptRequested')
  const { firstNames, theme } = bookedIn(facts)
  const sheet = sheetIn(facts)
  if (wish?.type !== 'ScriptRequested' || firstNames === null || sheet === null) return null
  return {
    firstName: spokenName(firstNames),
    numbers: { ...spokenNumbers(sheet), lifePath: sheet.lifePath[sheet.method] },
    theme: theme && themeWords[theme],
    memories: chosenMemoriesIn(facts).map(({ kind, text }) => ({ about: memoryWords[kind], text })),
    instructions: wish.data.instructions,
    sections: wish.data.sections,
  }
}

/** Whatever a person wrote in it, for OpenAI's moderation. */
export const wordsIn = ({ firstName, memories, instructions }: ScriptOrder): string[] =>
  [firstName, ...memories.map(({ text }) => text), instructions ?? ''].filter((text) => text.trim() !== '')
