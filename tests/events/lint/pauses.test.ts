/** The one tag: who may carry it, how many, how long. */
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { lint } from '#events/lint/lint.ts'
import { pauseSeconds, withoutPauses } from '#events/lint/pauses.ts'

import { goodScript, subjects } from './subjects.ts'

const good = goodScript('ada')
const codes = (text: string, pausesAllowed = true) =>
  lint({ ...good, elan: `${good.elan} ${text}` }, { ...subjects.ada, pausesAllowed }).map(({ rule }) => rule)

test.each(['0.3s', '0.5s', '0.8s', '1s', '1.0s', '1.5s', '2s', '2.0s'])('%s is a pause', (time) => {
  expect(codes(`Un. <break time="${time}"/> Deux.`)).toEqual([])
})

test.each(['0.2s', '2.1s', '999s', '0.55s', '500ms', '1', '-1s', '1e3s'])('%s is none', (time) => {
  expect(codes(`Un. <break time="${time}"/> Deux.`)).toContain('pause')
})

test.each(['<break>', '<break time=1s/>', '<break strength="strong"/>', '<break time="1s">', '</break>'])(
  '%s is none',
  (tag) => {
    expect(codes(`Un. ${tag} Deux.`)).toContain('pause')
  },
)

test('any other tag is code', () => {
  expect(codes('<emphasis>Un.</emphasis>')).toContain('code')
  expect(codes('<breaks time="1s"/> Un.')).toContain('code')
})

test('a voice without pauses gets none', () => {
  expect(codes('Un. <break time="1s"/> Deux.', false)).toEqual(['pause_unsupported'])
})

test('the ninth is one too many, wherever it stands', () => {
  const pause = 'Un. <break time="0.5s"/> '
  expect(codes(pause.repeat(8)).filter((rule) => rule === 'pauses_many')).toHaveLength(0)
  expect(codes(pause.repeat(10)).filter((rule) => rule === 'pauses_many')).toHaveLength(2)
})

test('words around a pause are read as without it', () => {
  expect(codes('Vous allez <break time="1s"/> mourir.')).toContain('fate')
  expect(withoutPauses('Un. <break time="1s"/> Deux.')).toBe('Un. Deux.')
})

test('their seconds add up, and no tag is left', () => {
  const tenths = fc.array(fc.integer({ min: 3, max: 20 }), { maxLength: 8 })
  fc.assert(
    fc.property(tenths, (pauses) => {
      const text = pauses.map((tenth) => `Un. <break time="${tenth / 10}s"/>`).join(' ')
      expect(pauseSeconds(text)).toBeCloseTo(pauses.reduce((sum, tenth) => sum + tenth, 0) / 10)
      expect(withoutPauses(text)).not.toContain('<')
    }),
  )
})
