/**
 * The linter's work grows with the text and no faster, whatever is pasted into it: five times the text is about five times
 * the work, where a pattern that goes back and forth would need twenty-five.
 */
import { expect, test } from 'vitest'

import { lint } from '#events/lint/lint.ts'

import { goodScript, subjects } from './subjects.ts'

const good = goodScript('ada')

const mostGrowth = 12

test('five times the prose is about five times the work', () => {
  lint(good, subjects.ada)
  expect(growth(`${good.portrait}\n`, 70)).toBeLessThan(mostGrowth)
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
  expect(growth(trap, 100_000 / trap.length)).toBeLessThan(mostGrowth)
})

/** Below this the clock of the processor tells nothing. */
const leastMs = 4

function growth(piece: string, times: number): number {
  return quickest(piece.repeat(times)) / Math.max(leastMs, quickest(piece.repeat(times / 5)))
}

/** The best of five, in milliseconds of the processor: the machine may be busy with something else. */
function quickest(portrait: string): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const began = process.cpuUsage()
    lint({ ...good, portrait }, subjects.ada)
    return process.cpuUsage(began).user / 1000
  })
  return Math.min(...times)
}
