/** One valid fact of each type, told shortly: `fact('VideoReady', { attempt: attempt.a })`. Actors are the usual ones. */
import { createHash } from 'node:crypto'

import type { Actor, Deed, FactData, FactType, LawEvent } from '#events/facts.ts'
import { numberSheet } from '#events/numerology/sheet.ts'
import { sectionKeys } from '#events/script.ts'

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
export const text = { one: hashOf('un texte'), two: hashOf('un autre texte') }

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const attempt = { a: uuid(1), b: uuid(2), c: uuid(3), unknown: uuid(9) }
export const writing = { first: uuid(11), second: uuid(12), unknown: uuid(19) }

export const lea: Actor = { kind: 'admin', id: uuid(21) }
export const hugo: Actor = { kind: 'admin', id: uuid(22) }
export const nightShift: Actor = { kind: 'system', id: 'night-shift' }
const openai: Actor = { kind: 'vendor', id: 'openai' }
const heygen: Actor = { kind: 'vendor', id: 'heygen' }
const customer: Actor = { kind: 'customer', id: 'customer' }

const script = { accueil: 'Bonjour.', portrait: 'Un.', elan: 'Deux.', annee: 'Trois.', cloture: 'Au revoir.' }
const numbers = {
  sheet: numberSheet({
    ...{ firstNames: 'Grace', lastName: 'Hopper', birthDate: { year: 1906, month: 12, day: 9 } },
    on: { year: 2026, month: 11, day: 23 },
  }),
  lifePath: {
    ...{ value: 1, base: 1, path: [1927, 19, 10, 1], master: false, debt: 19 },
    ...{ method: 'vertical' as const, engineVersion: '1' },
  },
}
const call = {
  ...{ idempotencyKey: attempt.a, title: attempt.a, avatarId: 'look', voiceId: 'voice', engine: 'avatar_iv' as const },
  ...{
    resolution: '1080p' as const,
    aspectRatio: '16:9' as const,
    locale: 'fr-FR',
    pauses: false,
    bodyHash: hashOf('corps'),
  },
}
const billed = { usage: { input: 900, cached: 0, output: 1400, reasoning: 0 }, costMicroUsd: 9_000 }

const usual: { [T in FactType]: { by: Actor; data: FactData<T> } } = {
  BookRequested: {
    by: customer,
    data: {
      ...{
        firstNames: 'Grace',
        lastName: 'Hopper',
        birthDate: '1906-12-09',
        email: 'grace@exemple.fr',
        theme: null,
        memories: [{ kind: 'pride', text: 'Mon premier compilateur.', consent: true }],
      },
      ...{ numbers, consents: { ai: true, start: true, textVersion: '1' } },
    },
  },
  ScriptRequested: {
    by: lea,
    data: { writingId: writing.first, instructions: null, sections: [...sectionKeys], memoryKinds: [] },
  },
  ScriptAttempted: {
    by: nightShift,
    data: {
      ...{ writingId: writing.first, n: 1, model: 'gpt', promptVersion: '1', promptHash: hashOf('consigne') },
      ...{ previous: null, partial: null },
    },
  },
  ScriptGenerated: {
    by: openai,
    data: {
      ...{ writingId: writing.first, n: 1, script, textHash: text.one, words: 7, model: 'gpt' },
      ...{ sections: [...sectionKeys], promptVersion: '1', promptHash: hashOf('consigne') },
      ...{ moderation: { verdict: 'clean', categories: [] }, responseId: 'resp_1', supportId: 'req_1', ...billed },
    },
  },
  ScriptFailed: {
    by: openai,
    data: {
      ...{ writingId: writing.first, n: 1, code: 'model_refused', mayHaveCost: true },
      ...{ supportId: null, partial: null, costMicroUsd: null },
    },
  },
  ScriptEdited: {
    by: lea,
    data: {
      ...{ script, textHash: text.one, words: 7, sections: [...sectionKeys] },
      ...{ why: 'edited', restoredFrom: null },
    },
  },
  CorrectionRequested: { by: hugo, data: { textHash: text.one, sections: ['elan', 'annee'], comments: script } },
  ScriptApproved: {
    by: lea,
    data: {
      ...{ textHash: text.one, fourEyes: 'off', linterVersion: '1' },
      ...{ blocking: [], overridden: false, overrideReason: null },
    },
  },
  ApprovalWithdrawn: { by: lea, data: { reason: null } },
  RequestDeclined: { by: lea, data: { reason: 'Demande en double.' } },
  RequestReopened: { by: lea, data: {} },
  VideoRequested: {
    by: lea,
    data: {
      ...{ attempt: attempt.a, textHash: text.one, acceptsDoublePayment: false, estimatedMicroUsd: 18_000_000 },
      call,
    },
  },
  VideoSubmitted: {
    by: heygen,
    data: { attempt: attempt.a, heygenVideoId: 'v-a', how: 'answered', supportId: null },
  },
  VideoReady: { by: heygen, data: { attempt: attempt.a, heygenVideoId: 'v-a', durationMs: 290_000 } },
  VideoFailed: {
    by: heygen,
    data: {
      ...{ attempt: attempt.a, heygenVideoId: null, code: 'rendering_failed', mayHaveCost: false, how: 'reported' },
      ...{ supportId: null, comment: null },
    },
  },
  VideoUncertain: {
    by: nightShift,
    data: { attempt: attempt.a, heygenVideoId: null, code: 'connection_cut', mayHaveCost: true },
  },
  VideoArchived: {
    by: nightShift,
    data: {
      ...{ attempt: attempt.a, heygenVideoId: 'v-a', file: `${attempt.a}.mp4`, bytes: 1_000 },
      ...{ sha256: hashOf('film'), contentType: 'video/mp4' },
    },
  },
  ArchiveFailed: {
    by: nightShift,
    data: { attempt: attempt.a, heygenVideoId: 'v-a', n: 1, code: 'link_expired', mayHaveCost: false },
  },
  VideoDelivered: { by: lea, data: { attempt: attempt.a, deliveryId: uuid(31) } },
  VideoRejected: { by: lea, data: { attempt: attempt.a, reason: 'Le prénom est mal dit.' } },
}

/** The usual fact of this type, with what differs in its data. */
export function fact<T extends FactType>(type: T, differs: Partial<FactData<T>> = {}, by?: Actor): LawEvent {
  const { data, by: usually } = usual[type]
  return { type, data: { ...data, ...differs }, actor: by ?? usually } as Deed & { actor: Actor }
}
