/** `npm start`: the production build, made first where it is missing or older than the sources. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
process.chdir(root)

if (isStale()) {
  const built = spawnSync(process.execPath, [join(root, 'node_modules/@remix-run/dev/dist/cli.js'), 'vite:build'], {
    stdio: 'inherit',
  })
  if (built.status !== 0) process.exit(built.status ?? 1)
}
process.argv[1] = join(root, 'server.ts')
await import('../server.ts')

function isStale(): boolean {
  const made = 'build/server/index.js'
  if (!existsSync(made)) return true
  const { mtimeMs } = statSync(made)
  const sources = ['app', 'events', 'public', 'remix.config.js', 'vite.config.ts', 'package.json']
  return sources.some((source) => existsSync(source) && newest(source) > mtimeMs)
}

function newest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((most, name) => Math.max(most, newest(join(path, name))), 0)
}
