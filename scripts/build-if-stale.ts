/** The production build, made where it is missing or older than its sources. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const made = join(root, 'build/server/index.js')
const sources = ['app', 'events', 'remix.config.js', 'vite.config.ts', 'package-lock.json']

/** @throws when the build fails; its output has been shown. */
export function buildIfStale(): void {
  if (!isStale()) return
  const cli = join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  // Else the NODE_ENV of a test run, or of a shell, would build in the React of development.
  const env = { ...process.env, NODE_ENV: 'production' as const }
  const built = spawnSync(process.execPath, [cli, 'vite:build'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (built.status !== 0) throw new Error(`the build ended with ${built.status ?? built.signal}`)
}

function isStale(): boolean {
  if (!existsSync(made)) return true
  const { mtimeMs } = statSync(made)
  return sources.some((source) => newest(join(root, source)) > mtimeMs)
}

function newest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((most, name) => Math.max(most, newest(join(path, name))), 0)
}
