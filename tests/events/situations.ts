/** What may have happened to a request, as histories of real facts: every status, and what the guards tell apart. */
import { fold, type Snapshot } from '#events/decide.ts'
import type { LawEvent } from '#events/facts.ts'
import { emptyRequest, type Film } from '#events/request.ts'
import { requestMachine } from '#events/machine.ts'

import { attempt, fact, hugo, lea, text, writing } from './sample-facts.ts'

const { a, b } = attempt
const booked = [fact('BookRequested')]
const asked = [...booked, fact('ScriptRequested')]
const tried = (n: number) => Array.from({ length: n }, (_, index) => fact('ScriptAttempted', { n: index + 1 }))
const drafted = [...booked, fact('ScriptEdited')]
const approved = [...drafted, fact('ScriptApproved')]
const filming = [...approved, fact('VideoRequested')]
const submitted = [...filming, fact('VideoSubmitted')]
const uncertain = [...filming, fact('VideoUncertain')]
const ready = [...submitted, fact('VideoReady')]
const archived = [...ready, fact('VideoArchived')]
const delivered = [...archived, fact('VideoDelivered')]
const failed = [...filming, fact('VideoFailed')]
const rejected = [...archived, fact('VideoRejected')]

/** A's outcome is not known, B was paid for beside it. */
const doubled = [...uncertain, fact('VideoRequested', { attempt: b, acceptsDoublePayment: true })]
const doubledReady = [
  ...doubled,
  fact('VideoSubmitted', { attempt: b, heygenVideoId: 'v-b' }),
  fact('VideoReady', { attempt: b, heygenVideoId: 'v-b' }),
]
const doubledArchived = [...doubledReady, fact('VideoArchived', { attempt: b, heygenVideoId: 'v-b' })]

/** A failed on text one; text two was approved. */
const otherText = [
  ...failed,
  fact('ScriptEdited', { textHash: text.two }),
  fact('ScriptApproved', { textHash: text.two }),
]
const secondOrder = fact('VideoRequested', { attempt: b, textHash: text.two })

export const histories = {
  'nothing yet': [],

  'a new request': booked,

  'a first writing, not yet tried': asked,
  'a first writing, tried once': [...asked, ...tried(1)],
  'a first writing, tried three times': [...asked, ...tried(3)],
  'a second writing, beside a text': [...drafted, fact('ScriptRequested', { writingId: writing.second })],
  'a writing after a failed film': [
    ...failed,
    fact('ApprovalWithdrawn'),
    fact('ScriptRequested', { writingId: writing.second }),
  ],

  'a writing beside a film that turned up late': [
    ...[...failed, fact('ApprovalWithdrawn'), fact('VideoSubmitted')],
    fact('ScriptRequested', { writingId: writing.second }),
  ],
  'a writing beside a film to copy': [
    ...[...failed, fact('ApprovalWithdrawn'), fact('VideoReady')],
    fact('ScriptRequested', { writingId: writing.second }),
  ],

  'a text written by Léa': drafted,
  'a text of Léa, a section of it by ChatGPT': [
    ...[...drafted, fact('ScriptRequested', { sections: ['portrait'] }), ...tried(1)],
    fact('ScriptGenerated', { sections: ['portrait'] }),
  ],
  'a text of Hugo that Léa has taken up again': [
    ...[...booked, fact('ScriptEdited', {}, hugo), fact('ScriptRequested'), ...tried(1), fact('ScriptGenerated')],
    fact('ScriptEdited', { why: 'restored', restoredFrom: 2 }),
  ],
  'a text of which one section is still to correct': [
    ...[...drafted, fact('CorrectionRequested')],
    fact('ScriptEdited', { sections: ['elan', 'cloture'] }),
  ],
  'a text corrected as Hugo asked': [
    ...[...drafted, fact('CorrectionRequested')],
    fact('ScriptEdited', { sections: ['elan', 'annee'] }),
  ],
  'a text that Hugo wants corrected': [...drafted, fact('CorrectionRequested')],
  'a text written by ChatGPT': [...asked, ...tried(1), fact('ScriptGenerated')],
  'a text of Léa after one of ChatGPT': [...asked, ...tried(1), fact('ScriptGenerated'), fact('ScriptEdited')],
  'a text after a failed film': [...failed, fact('ApprovalWithdrawn')],
  'a text beside a film that turned up late': [...failed, fact('ApprovalWithdrawn'), fact('VideoSubmitted')],
  'a text beside a film to copy': [...failed, fact('ApprovalWithdrawn'), fact('VideoReady')],
  'a text after a rejected film': rejected,

  'an approved text': approved,
  'an approved text after a failed film': failed,
  'an approved text, its failed film turned up after all': [...failed, fact('VideoSubmitted')],
  'a text approved anew after a rejected film': [...rejected, fact('ScriptApproved')],
  'a text approved while the film of an older approval is open': [
    ...doubledArchived,
    fact('VideoRejected', { attempt: b }),
    fact('ScriptApproved'),
  ],
  'another text approved after a failed film': otherText,
  'another text approved beside a film to copy': [...otherText, fact('VideoReady')],

  'a film ordered': filming,
  'a film under way': submitted,
  'a film under way, with a surplus one': [...submitted, fact('VideoSubmitted', { heygenVideoId: 'v-a2' })],
  'a film ordered beside an uncertain one': doubled,
  'a film of another text ordered after a failed one': [...otherText, secondOrder],
  'a film of another text ordered beside one to copy': [...otherText, secondOrder, fact('VideoReady')],

  'an uncertain film': uncertain,
  'an uncertain film whose id is known': [...submitted, fact('VideoUncertain', { heygenVideoId: 'v-a' })],
  'two uncertain films': [...doubled, fact('VideoUncertain', { attempt: b })],
  'an uncertain film of another text than a failed one': [
    ...otherText,
    secondOrder,
    fact('VideoUncertain', { attempt: b }),
  ],
  'an uncertain film beside one to copy': [
    ...[...otherText, secondOrder],
    ...[fact('VideoUncertain', { attempt: b }), fact('VideoReady')],
  ],

  'a finished film': ready,
  'a finished film, copied': archived,
  'a finished film beside an open one': doubledReady,
  'a finished film beside another to copy': [...doubledReady, fact('VideoReady')],
  'a finished and copied film beside an open one': doubledArchived,

  'a sent film': delivered,
  'a sent film beside an open one': [...doubledArchived, fact('VideoDelivered', { attempt: b })],
  'a sent film beside another finished one': [
    ...doubledArchived,
    fact('VideoDelivered', { attempt: b }),
    fact('VideoReady'),
  ],

  'a request declined at once': [...booked, fact('RequestDeclined')],
  'a request declined with its text': [...drafted, fact('RequestDeclined')],
  'a request declined after a failed film': [...failed, fact('RequestDeclined')],
  'a request declined beside a film that turned up late': [...failed, fact('RequestDeclined'), fact('VideoSubmitted')],
  'a request declined beside a film to copy': [...failed, fact('RequestDeclined'), fact('VideoReady')],
} satisfies Record<string, LawEvent[]>

const film: Film = {
  ...{ textHash: text.one, approval: 1, outcome: 'requested', heygenVideoId: null },
  ...{ surplusVideoIds: [], archived: false, archiveFailures: 0 },
}

/** No history of today's facts leads here; the law speaks of them all the same, for facts that are yet to be named. */
const unheardOf = {
  'a film known before any text': requestMachine.resolveState({
    value: 'requested',
    context: { ...emptyRequest, attempt: a, films: { [a]: film, [b]: { ...film, outcome: 'ready' } } },
  }),
  'an approval that has its finished film': requestMachine.resolveState({
    value: 'approved',
    context: {
      ...{ ...emptyRequest, textHash: text.one, approvals: 1, attempt: a },
      approval: { textHash: text.one, by: lea.id, n: 1 },
      films: { [a]: { ...film, outcome: 'ready', archived: true } },
    },
  }),
}

export type Situation = keyof typeof histories | keyof typeof unheardOf

export const situations: Record<Situation, Snapshot> = {
  ...(Object.fromEntries(Object.entries(histories).map(([name, facts]) => [name, fold(facts)])) as Record<
    keyof typeof histories,
    Snapshot
  >),
  ...unheardOf,
}
