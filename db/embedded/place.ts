/** Where an embedded Postgres lives on the disk. */
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Place = {
  /** Real path, so that two spellings of one folder are one place. */
  dataDir: string
  cluster: string
  serverLog: string
  startLock: string
}

/** A Unix socket's path holds 107 bytes on Linux, 103 on macOS, of which Postgres takes 14 for its own name. */
const longestSocketDir = 80

/**
 * Makes the data folder (0700 when new) and names what lies in it.
 * @throws Error in French when the folder cannot be made or written
 */
export function preparePlace(dataDir: string): Place {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new Error(
      `Le dossier de données « ${dataDir} » ne peut pas être écrit par ce compte. Rendez-le à ce compte, choisissez un autre DATA_DIR, ou renseignez DATABASE_URL.`,
      { cause },
    )
  }
  const root = realpathSync(dataDir)
  return {
    dataDir: root,
    cluster: join(root, 'postgres'),
    serverLog: join(root, 'postgres.log'),
    startLock: join(root, 'postgres.lock'),
  }
}

/**
 * The 0700 folder of the server's socket: in the data folder, or, when that path is too long for a socket, in the
 * system's temporary folder, where anyone may have made one of that name first.
 * @param owners uids that may own it: ours, and the server's when that is another
 */
export function prepareSocketDir(place: Place, owners: number[]): string {
  const near = join(place.dataDir, 'socket')
  const name = createHash('sha256').update(place.dataDir).digest('hex').slice(0, 16)
  const dir = Buffer.byteLength(near) <= longestSocketDir ? near : join(tmpdir(), `recit-${name}`)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const found = lstatSync(dir)
  if (!found.isDirectory() || !owners.includes(found.uid)) {
    throw new Error(
      `Le dossier « ${dir} », prévu pour la base embarquée, appartient à un autre compte. Supprimez-le, ou renseignez DATABASE_URL.`,
    )
  }
  chmodSync(dir, 0o700)
  return dir
}
