/** Short words for the rows of the table: what tends to be allowed together, as « next status (effects) ». */
import type { DeedName } from './deeds.ts'

export type May = Partial<Record<DeedName, string>>
export type Row = { status: string; may: May }

export const edit = { ScriptEdited: 'drafted', RequestDeclined: 'declined' }
export const begin = { ...edit, ScriptRequested: 'writing (write)' }
const correct = { 'CorrectionRequested one': 'drafted' }
export const rewrite = { ...begin, 'ScriptRequested, the portrait': 'writing (write)', ...correct }
export const withdraw = { ...edit, ApprovalWithdrawn: 'drafted', ...correct }
export const withdrawTwo = { ...edit, ApprovalWithdrawn: 'drafted', 'CorrectionRequested two': 'drafted' }

/** Who asked for a correction may be content with the text after all. */
export const approveHugo = {
  ...{ 'ScriptApproved one, Hugo': 'approved', 'ScriptApproved one, not the last writer, Hugo': 'approved' },
  'ScriptApproved one, no writer, Hugo': 'approved',
}
export const approveLéa = {
  ...{ 'ScriptApproved one': 'approved', 'ScriptApproved one, overridden': 'approved' },
  ...approveHugo,
}
/** Both had a hand in it, Léa the last one. */
export const approveOfBoth = {
  ...{ 'ScriptApproved one': 'approved', 'ScriptApproved one, overridden': 'approved' },
  ...{ 'ScriptApproved one, Hugo': 'approved', 'ScriptApproved one, not the last writer, Hugo': 'approved' },
}
/** Nobody wrote it last, but Léa had a hand in it. */
export const approvePartly = { ...approveLéa, 'ScriptApproved one, not the last writer, Léa': 'approved' }
export const approveAny = { ...approvePartly, 'ScriptApproved one, no writer, Léa': 'approved' }

export const order = {
  'VideoRequested one': 'filming (film)',
  'VideoRequested one, both paid': 'filming (film)',
  'VideoRequested one, both paid, by the night shift': 'filming (film)',
}
export const orderTwo = { 'VideoRequested two': 'filming (film)', 'VideoRequested two, both paid': 'filming (film)' }
export const orderAgain = { 'VideoRequested one, both paid': 'filming (film)' }

// Late news: kept, and a video that is new to us is watched.

export const foundA = (status: string) => ({
  'VideoSubmitted A v-a': `${status} (watch)`,
  'VideoSubmitted A v-a, attached': `${status} (watch)`,
  ...surplusA(status),
})
export const surplusA = (status: string) => ({
  'VideoSubmitted A v-a2': `${status} (watch)`,
  'VideoSubmitted A v-a2, attached': `${status} (watch)`,
})
export const foundB = (status: string) => ({
  'VideoSubmitted B v-b': `${status} (watch)`,
  'VideoSubmitted B v-b, attached': `${status} (watch)`,
  ...surplusB(status),
})
export const surplusB = (status: string) => ({ 'VideoSubmitted B v-b2': `${status} (watch)` })
/** Of a film whose video is not known, any; else only its own. */
export const failsA = (status: string) => ({ ...failsOwnA(status), 'VideoFailed A v-a2': status })
export const failsOwnA = (status: string) => ({
  ...{ 'VideoFailed A': status, 'VideoFailed A v-a': status, 'VideoFailed, declared, A': status },
})
export const failsB = (status: string) => ({ 'VideoFailed B': status, 'VideoFailed, declared, B': status })

export const readyA = { 'VideoReady A': 'ready (archive)' }
export const readyB = { 'VideoReady B': 'ready (archive)' }
export const answeredA = { 'VideoSubmitted A v-a': 'filming (watch)', 'VideoSubmitted A v-a2': 'filming (watch)' }
export const answeredB = { 'VideoSubmitted B v-b': 'filming (watch)', 'VideoSubmitted B v-b2': 'filming (watch)' }
export const endsA = {
  ...{ ...readyA, 'VideoFailed A': 'approved', 'VideoFailed A v-a': 'approved' },
  'VideoUncertain A': 'uncertain (watchSlowly)',
}
export const endsB = { ...readyB, 'VideoFailed B': 'approved', 'VideoUncertain B': 'uncertain (watchSlowly)' }
export const copyA = (status: string) => ({ 'VideoArchived A': status })
export const handOverA = { 'VideoDelivered A': 'delivered (send)', 'VideoRejected A': 'drafted' }
export const handOverB = { 'VideoDelivered B': 'delivered (send)', 'VideoRejected B': 'drafted' }
