import type { Script } from '#events/script.ts'

import { piecesOf } from './pause-tags.ts'
import { measure, sections } from './speech.ts'
import { frenchNumber, nbsp } from './typography.ts'

export type ScriptTextProps = {
  script: Script
  title?: string
  /** As a transcript, each section tells about when it begins. */
  timed?: boolean
}

/** The script to read: approved, being filmed, or as the transcript of the film. */
export function ScriptText({ script, title = 'Script', timed = false }: ScriptTextProps) {
  return (
    <section aria-labelledby="script-text-title">
      <h2 id="script-text-title">{title}</h2>
      <div className="transcript">
        {sections.map(({ key, name }, index) =>
          script[key].trim() === '' ? null : (
            <div key={key}>
              <h3>
                {name} {timed ? <Start seconds={startOf(script, index)} /> : null}
              </h3>
              {paragraphs(script[key]).map((text, at) => (
                <p key={at}>
                  <Spoken text={text} />
                </p>
              ))}
            </div>
          ),
        )}
      </div>
    </section>
  )
}

/** Pauses stand among the words as what they are heard as. */
export function Spoken({ text }: { text: string }) {
  return (
    <>
      {piecesOf(text).map((piece, at) =>
        'text' in piece ? (
          piece.text
        ) : (
          <span key={at} className="pause">
            {piece.seconds === null
              ? `pause illisible${nbsp}: ${piece.tag}`
              : `pause ${frenchNumber(piece.seconds)}${nbsp}s`}
          </span>
        ),
      )}
    </>
  )
}

function Start({ seconds }: { seconds: number }) {
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return <time dateTime={`PT${seconds}S`}>{clock}</time>
}

function startOf(script: Script, index: number): number {
  return sections.slice(0, index).reduce((seconds, { key }) => seconds + measure(script[key]).seconds, 0)
}

export const paragraphs = (text: string) => text.split(/\n\s*\n/u).filter((piece) => piece.trim() !== '')
