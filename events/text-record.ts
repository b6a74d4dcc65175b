/** What is remembered of the text after it was written or changed: who had a hand in it, and what is still to correct. */
import type { LawEvent } from './facts.ts'
import type { RequestState } from './request.ts'
import { sectionKeys } from './script.ts'

type Written = Extract<LawEvent, { type: 'ScriptEdited' | 'ScriptGenerated' }>

/** The state with a new text in it; any other fact changes nothing. */
export function recordWriting(context: RequestState, event: LawEvent): RequestState {
  if (event.type !== 'ScriptEdited' && event.type !== 'ScriptGenerated') return context
  return {
    ...context,
    ...handsIn(context, event),
    textHash: event.data.textHash,
    approval: null,
    correction: stillToCorrect(context, event),
    writing: null,
  }
}

/** A machine has no hands. A text taken again may be anybody's: then everybody counts who ever wrote here. */
function handsIn(
  { writers, authors }: RequestState,
  event: Written,
): Pick<RequestState, 'writtenBy' | 'writers' | 'authors'> {
  if (event.type === 'ScriptGenerated') {
    const whole = sectionKeys.every((key) => event.data.sections.includes(key))
    return { writtenBy: null, writers: whole ? [] : writers, authors }
  }
  const { id } = event.actor
  const everybody = [...new Set([...authors, id])]
  const restored = event.data.why === 'restored'
  return { writtenBy: id, writers: restored ? everybody : [...new Set([...writers, id])], authors: everybody }
}

function stillToCorrect({ correction }: RequestState, { data }: Written): RequestState['correction'] {
  const left = correction?.sections.filter((key) => !data.sections.includes(key)) ?? []
  return correction && left.length > 0 ? { ...correction, sections: left } : null
}
