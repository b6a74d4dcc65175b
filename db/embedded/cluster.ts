/** The cluster's folder: made whole or not at all, and read only by its own major version. */
import { execFile } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { commandFor, handOver, type Runner } from './privileges.ts'

export const superuser = 'recit'
export const database = 'postgres'

const draftSuffix = '.new-'

const initdbArguments = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--auth=trust',
  `--username=${superuser}`,
  '--no-instructions',
]

/** @throws Error in French when the data was written by another major version of Postgres */
export function checkVersion({ cluster }: Place, { major }: Binaries): void {
  const found = readVersion(cluster)
  if (found === null || found === major) return
  throw new Error(
    `Les données de « ${cluster} » ont été écrites par Postgres ${found}, or la base embarquée est Postgres ${major}. Revenez à la version précédente de Récit pour exporter le journal, ou renseignez DATABASE_URL avec un Postgres ${found}.`,
  )
}

/** Makes the cluster if there is none: initdb writes into a temporary folder, a rename makes it real. */
export async function ensureCluster(place: Place, binaries: Binaries, runner: Runner): Promise<void> {
  if (readVersion(place.cluster) === null) await makeCluster(place, binaries, runner)
  // A copy or a restored backup may have come wider open, which Postgres refuses.
  chmodSync(place.cluster, 0o700)
  handOver(runner, place.cluster)
}

async function makeCluster(place: Place, binaries: Binaries, runner: Runner): Promise<void> {
  // A name of its own: the initdb of an app killed a moment ago may still be writing into the draft before.
  const draft = mkdtempSync(`${place.cluster}${draftSuffix}`)
  handOver(runner, draft)
  const { file, args, options } = commandFor(runner, binaries.initdb, [`--pgdata=${draft}`, ...initdbArguments])
  await promisify(execFile)(file, args, { ...options, timeout: 60_000 }).catch((cause: unknown) => {
    throw new Error(initdbFailure(String((cause as { stderr?: string }).stderr ?? cause)), { cause })
  })
  renameSync(draft, place.cluster)
  syncFolder(place.dataDir)
  removeDrafts(place)
}

function initdbFailure(stderr: string): string {
  if (stderr.includes('could not look up effective user ID')) {
    return `Le compte qui lance Récit (uid ${process.getuid?.()}) n’a pas de ligne dans /etc/passwd, et la base embarquée le refuse. Lancez Récit avec un compte ordinaire, ou renseignez DATABASE_URL.`
  }
  return `La base embarquée n’a pas pu être créée : ${stderr.trim()}\nVous pouvez aussi renseigner DATABASE_URL.`
}

function readVersion(cluster: string): string | null {
  const file = join(cluster, 'PG_VERSION')
  try {
    return existsSync(cluster) ? readFileSync(file, 'utf8').trim() : null
  } catch (cause) {
    throw new Error(
      `Le dossier « ${cluster} » n’est pas lisible par ce compte, ou n’est pas une base Postgres entière. Lancez Récit avec le compte qui l’a créé, choisissez un autre DATA_DIR, ou renseignez DATABASE_URL.`,
      { cause },
    )
  }
}

function removeDrafts({ dataDir, cluster }: Place): void {
  const drafts = readdirSync(dataDir).filter((name) => name.startsWith(`${basename(cluster)}${draftSuffix}`))
  for (const draft of drafts) removeDraft(join(dataDir, draft))
}

function removeDraft(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // Its orphan initdb writes on: the folder is in nobody's way.
  }
}

/** The rename itself must outlive a power cut. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
