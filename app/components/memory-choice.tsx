import type { MemoryKind } from '#events/memories.ts'

import { Check } from './check.tsx'
import { memoryLabels } from './memory-words.ts'
import { fr } from './typography.ts'

export type MemoryChoiceProps = {
  memories: readonly { kind: MemoryKind; text: string }[]
  /** Those that the last writing was given. */
  chosen: readonly MemoryKind[]
}

/** Which of the person's own words ChatGPT may read: none until somebody ticks them. */
export function MemoryChoice({ memories, chosen }: MemoryChoiceProps) {
  return (
    <>
      {memories.length === 0 ? null : (
        <fieldset className="memory-choice">
          <legend>Souvenirs que ChatGPT peut lire</legend>
          <input type="hidden" name="memoriesShown" value="1" autoComplete="off" />
          {memories.map(({ kind, text }) => (
            <Check key={kind} name={`use.${kind}`} checked={chosen.includes(kind)}>
              {memoryLabels[kind]}
              <q className="said">{text}</q>
            </Check>
          ))}
        </fieldset>
      )}
      <p className="small soft">{fr`Seuls le prénom, les nombres, le thème et les souvenirs cochés partent chez ChatGPT.`}</p>
    </>
  )
}
