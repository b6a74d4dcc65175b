import type { ReactNode } from 'react'

import { longDateTime } from './dates.ts'
import { Icon } from './icon.tsx'
import { Recap } from './recap.tsx'

export type ProofBoxProps = {
  /** The whole chain, as it was checked just now. */
  proof: { ok: boolean; brokenAt: number | null; checkedAt: string }
  /** The fact of the step looked at. */
  fact: {
    hash: string
    previousHash: string
    proven: boolean
    commandId: string
    machineVersion: string
    schemaVersion: number
  }
  steps: number
  /** Links to download the fact and the journal. */
  children?: ReactNode
}

export function ProofBox({ proof, fact, steps, children }: ProofBoxProps) {
  return (
    <section className="box" aria-labelledby="proof-title">
      <h2 id="proof-title">Preuve</h2>
      <p className="verdict" data-tone={proof.ok ? 'green' : 'red'}>
        <Icon name={proof.ok ? 'tick' : 'cross'} />
        {verdict(proof, steps)}
      </p>
      <Recap
        rows={[
          { term: 'Empreinte du fait', value: <code>{fact.hash}</code> },
          { term: 'Empreinte précédente', value: <code>{fact.previousHash}</code> },
          {
            term: 'Recalculée',
            value: `${fact.proven ? 'Identique' : 'Différente'}, le ${longDateTime(proof.checkedAt)}`,
          },
          { term: 'Commande', value: <code>{fact.commandId}</code> },
          { term: 'Règles', value: `Machine version ${fact.machineVersion}, fait version ${fact.schemaVersion}` },
        ]}
      />
      {children === undefined ? null : <div className="row">{children}</div>}
    </section>
  )
}

function verdict({ ok, brokenAt }: ProofBoxProps['proof'], steps: number): string {
  if (ok)
    return steps === 1 ? 'La chaîne se vérifie, une étape' : `La chaîne se vérifie de l’étape 1 à l’étape ${steps}`
  return brokenAt === null ? 'La chaîne ne se vérifie pas' : `La chaîne est rompue à l’étape ${brokenAt}`
}
