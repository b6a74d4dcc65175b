/** Postgres refuses to run as root: how to run it anyway, without changing anything on the system. */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, lchownSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'

export type Account = { name: string; uid: number; gid: number }

/** How the server's programs are run: behind a prefix command, as another account, or directly (both empty). */
export type Runner = { prefix: string[]; account: Account | null }

/** No variable of the person's shell reaches the server: LANG, PG… and TZ would change the cluster. */
const cleanEnvironment: NodeJS.ProcessEnv = {
  // Only because Remix's types require it of every environment.
  NODE_ENV: 'production',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

export const direct: Runner = { prefix: [], account: null }

/** Files stay root's; inside, the server sees itself as « nobody ». */
export const userNamespace: Runner = {
  prefix: ['unshare', '-U', '--map-user=65534', '--map-group=65534', '--'],
  account: null,
}

/**
 * The runner for this process. An ordinary account runs the server itself. Root runs it as the owner of an existing
 * cluster; else in a user namespace; else, where that is refused (Docker), as an account without privileges.
 * @throws Error in French, naming DATABASE_URL, when root finds no way
 */
export function chooseRunner(binaries: Binaries, place: Place): Runner {
  if (process.getuid?.() !== 0) return direct
  const owner = statOf(place.cluster)
  if (owner && owner.uid !== 0) return letIn({ name: accountName(owner.uid), uid: owner.uid, gid: owner.gid }, place)
  if (works(userNamespace, binaries, place)) return userNamespace
  return chooseAccount(binaries, place)
}

/** The first account without privileges that reaches both the programs and the data folder. */
export function chooseAccount(binaries: Binaries, place: Place): Runner {
  for (const account of unprivilegedAccounts(place)) {
    const runner = letIn(account, place)
    if (works(runner, binaries, place)) return runner
  }
  throw new Error(
    `La base embarquée refuse de tourner en root, et ni un espace de noms utilisateur ni les comptes « postgres » et « nobody » n’atteignent « ${place.dataDir} ». Lancez Récit avec un compte ordinaire, ou renseignez DATABASE_URL.`,
  )
}

/** Gives a file or a whole folder to the runner's account. The top goes last: interrupted, it is done again. */
export function handOver(runner: Runner, path: string): void {
  const { account } = runner
  const top = statOf(path)
  if (!account || !top || top.uid === account.uid) return
  const inside = top.isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : []
  for (const name of inside) lchownSync(join(path, name), account.uid, account.gid)
  lchownSync(path, account.uid, account.gid)
}

/** The command line and spawn options that run a program under the runner. */
export function commandFor({ prefix, account }: Runner, program: string, args: string[]) {
  const [file = program, ...rest] = [...prefix, program, ...args]
  const identity = account ? { uid: account.uid, gid: account.gid } : {}
  // The current folder may be closed to the account.
  return { file, args: rest, options: { ...identity, cwd: '/', env: cleanEnvironment } }
}

function works(runner: Runner, binaries: Binaries, { dataDir }: Place): boolean {
  const probe = '"$1" -V > /dev/null && test -x "$2"'
  const { file, args, options } = commandFor(runner, '/bin/sh', ['-c', probe, 'sh', binaries.postgres, dataDir])
  return spawnSync(file, args, { ...options, stdio: 'ignore' }).status === 0
}

/** Passing through the data folder takes one bit for the account's group; nothing in it becomes readable. */
function letIn(account: Account, { dataDir }: Place): Runner {
  const { uid, mode } = statSync(dataDir)
  if (uid !== account.uid && (mode & 0o001) === 0) {
    chownSync(dataDir, uid, account.gid)
    chmodSync(dataDir, (mode & 0o707) | 0o010)
  }
  return { prefix: [], account }
}

function unprivilegedAccounts({ dataDir }: Place): Account[] {
  const known = readAccounts()
  const parent = known.find(({ uid }) => uid === statOf(dirname(dataDir))?.uid)
  const named = ['postgres', 'nobody'].map((name) => known.find((account) => account.name === name))
  return [parent, ...named].filter((account) => account !== undefined).filter(({ uid }) => uid > 0)
}

function accountName(uid: number): string {
  return readAccounts().find((account) => account.uid === uid)?.name ?? String(uid)
}

function readAccounts(): Account[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.map((line) => {
    const [name = '', , uid, gid] = line.split(':')
    return { name, uid: Number(uid), gid: Number(gid) }
  })
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}
