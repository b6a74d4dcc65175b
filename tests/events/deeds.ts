/** The facts that are put to every situation: each type, and each way that a guard tells apart. */
import type { LawEvent } from '#events/facts.ts'

import { attempt, fact, hugo, lea, nightShift, text, writing } from './sample-facts.ts'

const { first, second, unknown } = writing
const order = (differs: Parameters<typeof fact<'VideoRequested'>>[1] = {}) =>
  fact('VideoRequested', { attempt: attempt.c, ...differs })
const bothPaid = { acceptsDoublePayment: true }

/** The same fact of the films A and B, and of one that nobody ordered. */
function ofEachFilm<Name extends string>(name: Name, told: (attempt: string) => LawEvent) {
  const { a, b, unknown: x } = attempt
  return { [`${name} A`]: told(a), [`${name} B`]: told(b), [`${name} ?`]: told(x) } as Record<
    `${Name} ${'A' | 'B' | '?'}`,
    LawEvent
  >
}

const submitted = (film: string, heygenVideoId: string, how: 'answered' | 'attached' = 'answered') =>
  fact('VideoSubmitted', { attempt: film, heygenVideoId, how })

export const deeds = {
  BookRequested: fact('BookRequested'),
  ScriptRequested: fact('ScriptRequested'),
  'ScriptRequested, the portrait': fact('ScriptRequested', { sections: ['portrait'] }),
  'ScriptAttempted w1 n1': fact('ScriptAttempted', { writingId: first, n: 1 }),
  'ScriptAttempted w1 n2': fact('ScriptAttempted', { writingId: first, n: 2 }),
  'ScriptAttempted w1 n3': fact('ScriptAttempted', { writingId: first, n: 3 }),
  'ScriptAttempted w1 n4': fact('ScriptAttempted', { writingId: first, n: 4 }),
  'ScriptAttempted w2 n1': fact('ScriptAttempted', { writingId: second, n: 1 }),
  'ScriptAttempted w? n1': fact('ScriptAttempted', { writingId: unknown, n: 1 }),
  'ScriptGenerated w1 n1': fact('ScriptGenerated', { writingId: first, n: 1 }),
  'ScriptGenerated w1 n3': fact('ScriptGenerated', { writingId: first, n: 3 }),
  'ScriptGenerated w? n1': fact('ScriptGenerated', { writingId: unknown, n: 1 }),
  'ScriptFailed w1': fact('ScriptFailed', { writingId: first }),
  'ScriptFailed w2': fact('ScriptFailed', { writingId: second }),
  'ScriptFailed w?': fact('ScriptFailed', { writingId: unknown }),
  ScriptEdited: fact('ScriptEdited'),
  'ScriptApproved one': fact('ScriptApproved'),
  'ScriptApproved two': fact('ScriptApproved', { textHash: text.two }),
  'ScriptApproved one, not the last writer, Léa': fact('ScriptApproved', { fourEyes: 'lastWriter' }, lea),
  'ScriptApproved one, not the last writer, Hugo': fact('ScriptApproved', { fourEyes: 'lastWriter' }, hugo),
  'ScriptApproved one, no writer, Léa': fact('ScriptApproved', { fourEyes: 'anyWriter' }, lea),
  'ScriptApproved one, no writer, Hugo': fact('ScriptApproved', { fourEyes: 'anyWriter' }, hugo),
  'ScriptApproved one, blocked': fact('ScriptApproved', { blocking: ['health'] }),
  'ScriptApproved one, overridden': fact('ScriptApproved', { blocking: ['health'], overridden: true }),
  'ScriptApproved one, Hugo': fact('ScriptApproved', {}, hugo),
  'CorrectionRequested one': fact('CorrectionRequested'),
  'CorrectionRequested two': fact('CorrectionRequested', { textHash: text.two }),
  ApprovalWithdrawn: fact('ApprovalWithdrawn'),
  RequestDeclined: fact('RequestDeclined'),
  RequestReopened: fact('RequestReopened'),

  'VideoRequested one': order(),
  'VideoRequested two': order({ textHash: text.two }),
  'VideoRequested one, as A': order({ attempt: attempt.a }),
  'VideoRequested one, both paid': order(bothPaid),
  'VideoRequested two, both paid': order({ ...bothPaid, textHash: text.two }),
  'VideoRequested one, both paid, as A': order({ ...bothPaid, attempt: attempt.a }),
  'VideoRequested one, both paid, by the night shift': fact(
    'VideoRequested',
    { ...bothPaid, attempt: attempt.c },
    nightShift,
  ),

  'VideoSubmitted A v-a': submitted(attempt.a, 'v-a'),
  'VideoSubmitted A v-a2': submitted(attempt.a, 'v-a2'),
  'VideoSubmitted A v-a, attached': submitted(attempt.a, 'v-a', 'attached'),
  'VideoSubmitted A v-a2, attached': submitted(attempt.a, 'v-a2', 'attached'),
  'VideoSubmitted B v-b': submitted(attempt.b, 'v-b'),
  'VideoSubmitted B v-b2': submitted(attempt.b, 'v-b2'),
  'VideoSubmitted B v-b, attached': submitted(attempt.b, 'v-b', 'attached'),
  'VideoSubmitted ? v-x': submitted(attempt.unknown, 'v-x'),
  ...ofEachFilm('VideoReady', (film) => fact('VideoReady', { attempt: film, heygenVideoId: `v-${film}` })),
  ...ofEachFilm('VideoFailed', (film) => fact('VideoFailed', { attempt: film })),
  'VideoFailed A v-a': fact('VideoFailed', { heygenVideoId: 'v-a' }),
  'VideoFailed A v-a2': fact('VideoFailed', { heygenVideoId: 'v-a2' }),
  ...ofEachFilm('VideoFailed, declared,', (film) => fact('VideoFailed', { attempt: film, how: 'declared' }, lea)),
  ...ofEachFilm('VideoUncertain', (film) => fact('VideoUncertain', { attempt: film })),
  ...ofEachFilm('VideoArchived', (film) => fact('VideoArchived', { attempt: film })),
  ...ofEachFilm('ArchiveFailed', (film) => fact('ArchiveFailed', { attempt: film })),
  ...ofEachFilm('VideoDelivered', (film) => fact('VideoDelivered', { attempt: film })),
  ...ofEachFilm('VideoRejected', (film) => fact('VideoRejected', { attempt: film })),
} satisfies Record<string, LawEvent>

export type DeedName = keyof typeof deeds
export const deedNames = Object.keys(deeds) as DeedName[]
