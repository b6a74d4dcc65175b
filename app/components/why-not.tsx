import type { RefusalCode } from '#events/refusal.ts'

import { Icon } from './icon.tsx'
import { intentLabels, type Intent } from './intent-labels.ts'
import { refusalSentence } from './refusal-sentence.ts'

export type WhyNotProps = { could: readonly { intent: Intent; allowed: boolean; code: RefusalCode | null }[] }

/** What the law allowed at a moment, and why not the rest. The verdict is a word; colour and icon only repeat it. */
export function WhyNot({ could }: WhyNotProps) {
  return (
    <ul className="whynot">
      {could.map(({ intent, allowed, code }) => (
        <li key={intent} data-tone={allowed ? 'green' : 'red'}>
          <Icon name={allowed ? 'tick' : 'cross'} />
          <p>
            <strong>{intentLabels[intent].words}</strong>
            {allowed ? ', permis.' : `, impossible.${code === null ? '' : ` ${refusalSentence(code)}`}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
