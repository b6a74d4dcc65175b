/** What a good editor writes passes: nothing blocks it, and hardly anything is said of it at all. */
import { expect, test } from 'vitest'

import { lint } from '#events/lint/lint.ts'
import { measureText, scriptText, sectionKeys } from '#events/script.ts'

import { editedScripts } from './edited-scripts.ts'
import { subjects } from './subjects.ts'

test.each(['ada', 'noe'] as const)('the script edited for %s raises nothing', (name) => {
  const script = editedScripts[name]
  expect(measureText(scriptText(script)).words).toBeGreaterThan(650)
  expect(lint(script, subjects[name])).toEqual([])
})

test.each(['ada', 'noe'] as const)('and a single promise in any section of %s’s blocks it', (name) => {
  const script = editedScripts[name]
  for (const key of sectionKeys) {
    const found = lint({ ...script, [key]: `${script[key]} Vous trouverez bientôt l’amour.` }, subjects[name])
    expect(found.filter(({ severity }) => severity === 'block')).toMatchObject([{ rule: 'fate', section: key }])
  }
})
