import { describe, expect, test } from 'vitest'

import { factTypes } from '#events/facts.ts'
import { refusalCodes } from '#events/refusal.ts'
import { statuses } from '#events/request.ts'

import { factName } from '#app/components/fact-name.ts'
import { factSentence } from '#app/components/fact-sentence.ts'
import { neverFromModel } from '#events/lint/rules.ts'
import { failureSentence, shortFailure } from '#app/components/failure-sentence.ts'
import { callFailures, copyFailures } from '#app/components/failure-words.ts'
import { refusalSentence } from '#app/components/refusal-sentence.ts'
import { statusLabels } from '#app/components/status-badge.tsx'

import { deeds, factOf } from './samples.ts'
import { typographyFaults } from './typography-scan.ts'

/** A sentence begins with a capital, ends with a full stop, and is spaced as French is. */
function expectSentence(sentence: string) {
  expect(sentence).toMatch(/^[A-ZÀÉÊ].*\.$/u)
  expect(sentence).not.toMatch(/undefined|null|\[object/)
  expect(typographyFaults(sentence)).toEqual([])
}

describe('facts', () => {
  test.each(factTypes)('%s has a name and a sentence of its own', (type) => {
    expectSentence(factSentence(factOf(type)))
    expect(factName(type)).toMatch(/^[A-ZÉ]/)
  })

  test('no two kinds of fact read the same', () => {
    expect(new Set(factTypes.map((type) => factSentence(factOf(type)))).size).toBe(factTypes.length)
    expect(new Set(factTypes.map(factName)).size).toBe(factTypes.length)
  })

  test('an erased request still tells its history', () => {
    const erased = factTypes.map((type) => {
      const data = Object.fromEntries(
        Object.entries(deeds[type]).map(([key, value]) => [key, isPersonal(key) ? null : value]),
      )
      return factSentence(factOf(type, { data } as never))
    })
    erased.forEach(expectSentence)
    expect(erased[0]).toBe('Une lecture a été demandée.')
  })

  test('who, what, how much', () => {
    expect(factSentence(factOf('ScriptApproved'))).toBe('Léa Morvan a validé le script.')
    expect(factSentence(factOf('ScriptGenerated'))).toBe('ChatGPT a écrit le script, 698\u00a0mots, 0,01\u00a0$.')
    expect(factSentence(factOf('VideoRequested'))).toBe('Léa Morvan a lancé la vidéo, environ 4,64\u00a0$.')
    const stopped = { ...deeds.ScriptFailed, code: 'stopped', partial: null }
    expect(factSentence(factOf('ScriptFailed', { data: stopped } as never))).toBe(
      'Léa Morvan a arrêté l’écriture. Coût possible.',
    )
    const timedOut = factOf('ScriptFailed', { actor: { kind: 'system', id: 'night' }, actorName: 'Récit' })
    expect(factSentence(timedOut)).toBe(
      'ChatGPT n’a pas répondu à temps. Coût possible. Le début du texte est conservé.',
    )
  })

  test.each(['answered', 'found', 'attached'] as const)('a video submitted because it was %s', (how) => {
    expectSentence(factSentence(factOf('VideoSubmitted', { data: { ...deeds.VideoSubmitted, how } } as never)))
  })

  test.each(['reported', 'refused', 'declared'] as const)('a video failed because it was %s', (how) => {
    expectSentence(factSentence(factOf('VideoFailed', { data: { ...deeds.VideoFailed, how } } as never)))
  })

  test('what a person wrote is quoted to the letter', () => {
    const reason = "C'est faux : à revoir !"
    expect(factSentence(factOf('VideoRejected', { data: { ...deeds.VideoRejected, reason } } as never))).toContain(
      `«\u202f${reason}\u202f»`,
    )
  })
})

test.each(refusalCodes)('refusal %s is a sentence', (code) => {
  expectSentence(refusalSentence(code))
})

test('no two refusals read the same', () => {
  expect(new Set(refusalCodes.map(refusalSentence)).size).toBe(refusalCodes.length)
})

describe('failures', () => {
  test('every check that a text of ChatGPT may fail has its words', () => {
    expect([...neverFromModel].filter((rule) => !callFailures.has(`check_${rule}`))).toEqual([])
  })

  const known = [
    ...[...callFailures.keys()].map((code) => [code, 'VideoFailed'] as const),
    ...[...callFailures.keys()].map((code) => [code, 'ScriptFailed'] as const),
    ...[...copyFailures.keys()].map((code) => [code, 'ArchiveFailed'] as const),
  ]

  test.each(known)('%s of %s: what happened, what it cost, what to do', (code, fact) => {
    const { happened, cost, next } = failureSentence({ code, mayHaveCost: true, fact })
    ;[happened, cost, next].forEach(expectSentence)
    expect(happened).not.toContain(code)
  })

  test('a code of tomorrow is shown as it is', () => {
    const failure = { code: 'QUANTUM_FLUX', mayHaveCost: false, fact: 'VideoFailed' } as const
    expectSentence(failureSentence(failure).happened)
    expect(shortFailure(failure)).toContain('QUANTUM_FLUX')
  })

  test('codes are compared whatever their case', () => {
    const failure = { code: 'MOVIO_PAYMENT_INSUFFICIENT_CREDIT', mayHaveCost: false, fact: 'VideoFailed' } as const
    expect(failureSentence(failure).happened).toBe('Le compte HeyGen n’a plus de crédit.')
    expect(failureSentence(failure).cost).toBe('Rien n’a été facturé.')
  })

  test('an unknown outcome promises no new payment', () => {
    const failure = { code: 'timed_out', mayHaveCost: true, fact: 'VideoUncertain' } as const
    expect(failureSentence(failure)).toEqual({
      happened: 'HeyGen n’a pas répondu à temps.',
      cost: 'Coût possible.',
      next: 'Nous vérifions avant toute nouvelle tentative. Rien d’autre à faire.',
    })
  })
})

test('every status has a badge', () => {
  expect(Object.keys(statusLabels)).toEqual([...statuses, 'failed'])
  expect(new Set(Object.values(statusLabels).map(({ label }) => label)).size).toBe(statuses.length + 1)
})

function isPersonal(key: string): boolean {
  const fields =
    'firstNames lastName birthDate email theme memories numbers instructions script partial ' +
    'comments overrideReason reason comment'
  return fields.split(' ').includes(key)
}
