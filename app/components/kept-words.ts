import { useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

import { isOfScript, typedValue, type Refused } from './request-props.ts'
import type { WordedIntent } from './worded-forms.ts'

export type KeptWords = ReturnType<typeof useKeptWords>

type Form = { words: Record<string, string>; generation: number }

/**
 * What somebody types beside the script: comments, reasons. Like the draft it lives above whatever the page shows, for a
 * refusal, a conflict or a live update may take away the form it was typed into. Dropped once its decision is made.
 */
export function useKeptWords(refused: Refused | null) {
  const [forms, setForms] = useState<Partial<Record<WordedIntent, Form>>>({})
  const formOf = (intent: WordedIntent): Form => forms[intent] ?? empty
  const value = (intent: WordedIntent, name: string) =>
    formOf(intent).words[name] ?? (isOf(refused, intent) ? typedValue(refused, name) : undefined)

  useDecided(refused, (intent) =>
    setForms((now) => {
      const { generation } = now[intent] ?? empty
      return { ...now, [intent]: { words: {}, generation: generation + 1 } }
    }),
  )

  return {
    value,
    /** Whether anything stands in these fields of the form. */
    holds: (intent: WordedIntent, names: readonly string[]) =>
      names.some((name) => (value(intent, name) ?? '').trim() !== ''),
    /** Counts how often the form was emptied. */
    generation: (intent: WordedIntent) => formOf(intent).generation,
    keep(intent: WordedIntent, name: string, text: string) {
      setForms((now) => {
        const { words, generation } = now[intent] ?? empty
        return { ...now, [intent]: { words: { ...words, [name]: text }, generation } }
      })
    },
  }
}

const empty: Form = { words: {}, generation: 0 }

/** The reason for an override stands in the editor’s form, which has several buttons. */
function isOf(refused: Refused | null, intent: WordedIntent): boolean {
  if (refused === null) return false
  return intent === 'approveScript' ? isOfScript(refused) : typedValue(refused, 'intent') === intent
}

/** Tells which decision was made: its form was sent, and no refusal of it came back. */
function useDecided(refused: Refused | null, tell: (intent: WordedIntent) => void): void {
  const { state, formData } = useNavigation()
  const sent = useRef<string | null>(null)
  const underWay = formData?.get('intent')
  useEffect(() => {
    if (typeof underWay === 'string') sent.current = underWay
    if (state !== 'idle' || sent.current === null) return
    if (typedValue(refused, 'intent') !== sent.current) tell(sent.current as WordedIntent)
    sent.current = null
  }, [state, underWay, refused])
}
