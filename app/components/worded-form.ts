import { useState } from 'react'

import { typedValue, type DraftedPageProps } from './request-props.ts'
import { namesIn, type WordedIntent } from './worded-forms.ts'

/** A form stands on the page while its decision may be made, and longer while it holds words: then to be copied. */
export function useWordedForm({ page: { may }, refused, words }: DraftedPageProps, intent: WordedIntent) {
  const holds = words.holds(intent, namesIn(intent))
  const [filled] = useState(holds)
  const refusedNow = typedValue(refused, 'intent') === intent
  return {
    shown: may[intent] || holds,
    /** The person has something to do or to take away there. */
    open: filled || refusedNow || (holds && !may[intent]),
  }
}

/** Beside words whose decision may not be made any more. */
export const toCopy =
  'Ce que vous avez écrit n’est pas envoyé, et ne peut pas l’être maintenant. Il reste ici, vous pouvez le copier.'
