/** The linter answers at once, whatever is pasted into it. */
import { expect, test } from 'vitest'

import { lint } from '#events/lint/lint.ts'

import { goodScript, subjects } from './subjects.ts'

const good = goodScript('ada')

test('100 kB of prose take less than 200 ms', () => {
  lint(good, subjects.ada)
  expect(quickest(`${good.portrait}\n`.repeat(70))).toBeLessThan(200)
})

test.each([
  ' ',
  '\t',
  '<',
  '«',
  '*',
  'a.',
  'a@',
  'vous allez ',
  'vous êtes très ',
  '<break time="0.5s"/> ',
  'Aa-',
  'le un ',
  'votre vie sera ',
  'si vous n’allez ',
  'vous êtes libre, libre et ',
  'un enfant ',
  'zéro six ',
  'le sept de votre chemin de vie ',
  'h u i t ',
  'je suis votre ',
  'ce texte a ',
  'mot.',
  '12.',
  'я ',
  'piano ',
])('100 kB of %j trap no pattern', (trap) => {
  expect(quickest(trap.repeat(100_000 / trap.length))).toBeLessThan(400)
})

/** The best of five, in milliseconds of the processor: the machine may be busy with something else. */
function quickest(portrait: string): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const began = process.cpuUsage()
    lint({ ...good, portrait }, subjects.ada)
    return process.cpuUsage(began).user / 1000
  })
  return Math.min(...times)
}
