import type { Script } from '#events/script.ts'

import { duration } from './dates.ts'
import { FieldError } from './field-error.tsx'
import { measure, measureScript, sections, target } from './speech.ts'
import { frenchNumber, fr } from './typography.ts'

const width = 600
const gap = 5
/** The strip ends a little after the zone, so that the zone is seen before it is reached. */
const shownSeconds = 330

/** The error summary leads here where the problem is that of the whole script. */
export const meterId = 'script-meter'

/** How long the script is, against what a film of five minutes takes; `problem` is what is wrong with it as a whole. */
export function ScriptMeter({ script, problem }: { script: Script; problem?: string | undefined }) {
  const whole = measureScript(script)
  return (
    <div className={problem === undefined ? 'meter' : 'meter invalid'} id={meterId} tabIndex={-1}>
      <FieldError id={`${meterId}-error`}>{problem}</FieldError>
      <dl className="figures">
        <Figure
          term="Mots"
          value={frenchNumber(whole.words)}
          note={`viser ${target.words.min} à ${target.words.max}`}
        />
        <Figure
          term="Caractères"
          value={frenchNumber(whole.characters)}
          note={`${frenchNumber(target.characters)} au plus`}
          over={whole.characters > target.characters}
        />
        <Figure
          term="Durée estimée"
          value={duration(whole.seconds)}
          note={`entre ${duration(whole.secondsMin)} et ${duration(whole.secondsMax)}`}
        />
      </dl>
      <Strip script={script} />
      <p className="small soft">
        {fr`Les cinq sections bout à bout. Entre les repères : ${duration(target.seconds.min)} à ${duration(target.seconds.max)}.`}
      </p>
    </div>
  )
}

function Figure({ term, value, note, over = false }: { term: string; value: string; note: string; over?: boolean }) {
  return (
    <div data-tone={over ? 'red' : undefined}>
      <dt>{term}</dt>
      <dd>
        {value} <small>{over ? fr`trop long : ${note}` : note}</small>
      </dd>
    </div>
  )
}

function Strip({ script }: { script: Script }) {
  const lengths = sections.map(({ key }) => measure(script[key]).seconds)
  const scale =
    width /
    Math.max(
      shownSeconds,
      lengths.reduce((a, b) => a + b, 0),
    )
  const starts = lengths.map((_, index) => lengths.slice(0, index).reduce((a, b) => a + b, 0) * scale)
  const [from, to] = [target.seconds.min * scale, target.seconds.max * scale]
  return (
    <svg viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" aria-hidden="true">
      {sections.map(({ key }, index) => (
        <rect
          key={key}
          className="part"
          x={starts[index]}
          y="3"
          width={Math.max(0, (lengths[index] ?? 0) * scale - gap)}
          height="6"
        />
      ))}
      <path className="zone" d={`M${from} 0v12M${to} 0v12`} />
    </svg>
  )
}
