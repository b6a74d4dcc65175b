import { Form } from '@remix-run/react'
import { useState, type ReactNode } from 'react'

import { IntentButton } from './button.tsx'
import { seenIn } from './conflict-ways.tsx'
import { Hidden } from './hidden.tsx'
import { typedValue, type ConflictShown, type RequestPageProps } from './request-props.ts'
import type { KeptWords } from './kept-words.ts'
import { WordFields } from './word-fields.tsx'
import { isWorded, namesIn, wordedForms, type WordedIntent } from './worded-forms.ts'
import { WordsToCopy } from './words-to-copy.tsx'

export type ConflictWordsProps = RequestPageProps & {
  conflict: ConflictShown
  words: KeptWords
  requestUrl: string
  /** Hidden fields of a form. */
  children: ReactNode
}

/** What a person wrote beside the script for a decision that came too late: to be decided again, or to be copied. */
export function ConflictWords(props: ConflictWordsProps) {
  const { page, refused, words } = props
  const intent = typedValue(refused, 'intent')
  const [held] = useState(isWorded(intent) && words.holds(intent, namesIn(intent)))
  // The reason stands in the editor's form, whichever of its buttons was pressed.
  const beside = <WordsToCopy words={words} intent="approveScript" sentence={again} />
  if (!isWorded(intent) || intent === 'approveScript') return beside
  if (!held) return null
  return page.may[intent] ? <DecideAgain {...props} intent={intent} /> : <WordsToCopy words={words} intent={intent} />
}

const again = 'Valider se fait depuis la page de la demande, une fois le texte choisi. Copiez votre motif avant.'

function DecideAgain(props: ConflictWordsProps & { intent: WordedIntent }) {
  const { refused, conflict, words, requestUrl, children, intent } = props
  const attempt = typedValue(refused, 'attempt')
  return (
    <section className="lead" aria-labelledby="words-title">
      <h2 id="words-title">{wordedForms[intent].title}</h2>
      <Form className="stack" method="post" action={requestUrl}>
        {children}
        <Hidden fields={{ ...seenIn(conflict), ...(attempt === undefined ? {} : { attempt }) }} />
        <p className="prose">Relisez la demande, puis envoyez de nouveau, ou revenez sans l’envoyer.</p>
        <WordFields words={words} intent={intent} />
        <p>
          <IntentButton intent={intent} kind="primary" />
        </p>
      </Form>
    </section>
  )
}
