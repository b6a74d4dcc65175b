import type { KeptWords } from './kept-words.ts'
import { WordFields } from './word-fields.tsx'
import { toCopy } from './worded-form.ts'
import { namesIn, wordedForms, type WordedIntent } from './worded-forms.ts'

type WordsToCopyProps = { words: KeptWords; intent: WordedIntent; sentence?: string }

/** Words whose form is not on the page any more; nothing where there are none. */
export function WordsToCopy({ words, intent, sentence = toCopy }: WordsToCopyProps) {
  if (!words.holds(intent, namesIn(intent))) return null
  return (
    <section className="lead" aria-labelledby={`words-${intent}`}>
      <h2 id={`words-${intent}`}>{wordedForms[intent].title}</h2>
      <p className="prose">{sentence}</p>
      <WordFields words={words} intent={intent} readOnly />
    </section>
  )
}
