/**
 * Facts as they were once written, raised step by step to the shape of today (upcasting): the log is never rewritten.
 * A step fills in only what was true then; what nobody recorded is null. Personal fields may be null, once erased.
 */
import { emptyScript, sectionKeys } from './script.ts'

type Data = Record<string, unknown>
/** The n-th step raises version n to n + 1. */
type Steps = readonly ((data: Data) => Data)[]

export const earlier: Readonly<Record<string, Steps>> = {
  BookRequested: [withMemories],
  ScriptRequested: [(data) => ({ ...data, sections: [...sectionKeys], memoryKinds: ['question'] })],
  ScriptAttempted: [(data) => ({ ...data, partial: null })],
  ScriptGenerated: [
    (data) => ({ ...data, sections: [...sectionKeys], promptVersion: null, promptHash: null, moderation: null }),
  ],
  ScriptFailed: [
    ({ partial, ...data }) => ({
      ...data,
      partial: typeof partial === 'string' ? { ...emptyScript(), accueil: partial } : null,
    }),
  ],
  ScriptEdited: [(data) => ({ ...data, sections: [...sectionKeys], why: 'edited', restoredFrom: null })],
  ScriptApproved: [
    ({ fourEyes, ...data }) => ({
      ...{ ...data, fourEyes: fourEyes === true ? 'lastWriter' : 'off' },
      ...{ linterVersion: null, blocking: [], overridden: false, overrideReason: null },
    }),
  ],
  // The text went out as it stood.
  VideoRequested: [({ call, ...data }) => ({ ...data, call: { ...(call as Data), pauses: true } })],
}

/** One question with one consent became several memories, each with its own. */
function withMemories({ question, numbers, consents, ...data }: Data): Data {
  const { sensitive, ...others } = (consents ?? {}) as Data
  const asked = typeof question === 'string' && sensitive === true
  return {
    ...data,
    theme: null,
    memories: asked ? [{ kind: 'question', text: question, consent: true }] : [],
    numbers: numbers && { ...numbers, sheet: null },
    consents: others,
  }
}
