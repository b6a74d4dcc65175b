/** The versions of a text, and two people’s texts that met, in every state they have. */
import type { ReactElement, ReactNode } from 'react'

import type { Script } from '#events/script.ts'
import type { Status } from '#events/request.ts'

import { ConflictPage } from '#app/components/conflict-page.tsx'
import { Frame } from '#app/components/frame.tsx'
import { Hidden } from '#app/components/hidden.tsx'
import { useKeptDraft } from '#app/components/kept-draft.ts'
import { showVersions, type VersionTold } from '#app/components/told-version.ts'
import { VersionsPage } from '#app/components/versions-page.tsx'

import { script } from './samples.ts'

const textHash = '5b1f0c77a2e94d3086b1c9d2f40e7a6613f8d05c2be17490aa6d3e518c02f9b4'
const fields = { csrf: 'token', commandId: '1' }

function Desk({ children, reads = false }: { children: ReactNode; reads?: boolean }) {
  return (
    <Frame
      simulated={{ chatgpt: true, heygen: true }}
      person={reads ? { name: 'Paul Ferrand', role: 'auditor' } : { name: 'Léa Morvan', role: 'admin' }}
      current="file"
      logoutFields={<Hidden fields={{ csrf: 'token' }} />}
    >
      {children}
    </Frame>
  )
}

const mine: Script = {
  ...script,
  elan: `${script.elan} C’est une richesse.`,
  cloture: script.cloture.replace('Très belle fin d’année', 'Une très belle fin d’année'),
}
const saved: Script = {
  ...script,
  elan: `${script.elan} Rien ne pressait.`,
  annee: script.annee.replace('une promenade dont vous changez l’itinéraire', 'un trajet que vous changez'),
}

type Met = {
  base: Script | null
  saved: Script | null
  merge: { script: Script; clashes: number } | null
  status?: Status
  mayEdit?: boolean
}

/** Léa typed `mine`; Hugo was faster. */
function Conflict({ base, saved: present, merge, status = 'drafted', mayEdit = true }: Met) {
  const current = { status, script: present, textHash: present === null ? null : textHash }
  const latest = { version: 6, textHash: current.textHash, script: present ?? script }
  const draft = useKeptDraft(latest, { version: 5, textHash, script: mine })
  const change = { by: 'Hugo Vasseur', fact: 'Script enregistré', at: '2026-11-23T14:12:00.000Z' }
  return (
    <ConflictPage
      conflict={{ actualVersion: 6, ...change, current, base, merge }}
      draft={draft}
      mayEdit={mayEdit}
      requestUrl="/admin/requests/1"
    >
      <Hidden fields={fields} />
    </ConflictPage>
  )
}

const clash = `${script.elan} ⟦C’est une richesse.⟧⟦Rien ne pressait.⟧`
const clashing = { ...mine, annee: saved.annee, elan: clash }
const complementary = { ...mine, annee: saved.annee }

const version = (n: number, by: string, origin: VersionTold['origin'], parts: Partial<VersionTold>): VersionTold => ({
  ...{ version: n, by, origin, at: `2026-11-23T09:${String(n).padStart(2, '0')}:00.000Z`, script, words: 698 },
  ...{ approved: false, current: false, ...parts },
})
const written = { kind: 'generated', instructions: null, costMicroUsd: 12_000 } as const
const edited = { kind: 'edited', restoredFrom: null } as const
const all: VersionTold['origin'] = { ...written, sections: ['accueil', 'portrait', 'elan', 'annee', 'cloture'] }
const section: VersionTold['origin'] = {
  ...{ ...written, sections: ['annee'] },
  instructions: 'plus court, plus chaleureux, et sans parler de promenade à chaque phrase',
}

const begun: Script = { ...script, elan: script.elan.slice(0, 90), annee: '', cloture: '' }
const versions: VersionTold[] = [
  version(3, 'Léa Morvan', { kind: 'incomplete', code: 'stopped', costMicroUsd: null }, { script: begun, words: 80 }),
  version(5, 'ChatGPT', all, {}),
  version(6, 'Léa Morvan', { ...edited, why: 'edited' }, { script: mine, approved: true }),
  version(9, 'ChatGPT', section, { script: saved }),
  version(10, 'Hugo Vasseur', { ...edited, why: 'merged' }, { script: complementary }),
  version(11, 'Hugo Vasseur', { ...edited, why: 'restored', restoredFrom: 6 }, { script: mine, current: true }),
]

type Listed = { told: VersionTold[]; status: Status; from?: number; to?: number; restores?: boolean }

function Versions({ told, status, from = -2, to = -1, restores = true }: Listed) {
  const [one, other] = [told.at(from), told.at(to)]
  return (
    <VersionsPage
      id="01937f2c-6b1e-7c44-9a0d-2f8e5b7713aa"
      status={status}
      person={{ firstNames: 'Maÿlis Jeanne', lastName: 'Lecœur' }}
      versions={showVersions(told)}
      compared={one && other && told.length > 1 ? { from: one, to: other } : null}
      restore={restores ? { ...fields, version: 12 } : null}
    />
  )
}

const erased = versions.slice(0, 2).map((one) => ({ ...one, script: null, words: 0 }))

export const textGallery: Record<string, ReactElement> = {
  conflict: (
    <Desk>
      <Conflict base={script} saved={saved} merge={{ script: clashing, clashes: 1 }} status="approved" />
    </Desk>
  ),
  conflictMerged: (
    <Desk>
      <Conflict base={{ ...script, elan: saved.elan }} saved={saved} merge={{ script: complementary, clashes: 0 }} />
    </Desk>
  ),
  conflictMine: (
    <Desk>
      <Conflict base={script} saved={script} merge={{ script: mine, clashes: 0 }} status="approved" />
    </Desk>
  ),
  conflictLocked: (
    <Desk>
      <Conflict base={script} saved={saved} merge={null} status="declined" mayEdit={false} />
    </Desk>
  ),
  conflictUntouched: (
    <Desk>
      <Conflict base={mine} saved={saved} merge={{ script: saved, clashes: 0 }} />
    </Desk>
  ),
  versions: (
    <Desk>
      <Versions told={versions} status="approved" from={2} to={-2} />
    </Desk>
  ),
  versionsRead: (
    <Desk reads>
      <Versions told={versions.slice(1, 3)} status="drafted" restores={false} />
    </Desk>
  ),
  versionsErased: (
    <Desk reads>
      <Versions told={erased} status="declined" restores={false} />
    </Desk>
  ),
}
