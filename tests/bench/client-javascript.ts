/** What a browser loads to bring the page of a request to life, gzipped, beside the least Remix app of the same versions. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'

import type { Place } from './place.ts'
import { root } from './processes.ts'
import { held, kilobytes, print } from './report.ts'

type Part = { module: string; imports?: string[] }
type Manifest = { entry: Part; routes: Record<string, Part> }

export function benchClientJavaScript(place: Place): Promise<void> {
  const bareBuild = join(place.dir, 'bare-remix')
  buildBare(bareBuild)
  const bare = weigh(join(bareBuild, 'client/assets'), ['root', 'routes/_index'])
  const ours = weigh(join(root, 'build/client/assets'), ['root', 'routes/admin.requests.$id'])
  print('Client JavaScript, gzipped', [
    { what: 'a bare Remix page', figure: kilobytes(bare) },
    { what: '/admin/requests/:id', figure: kilobytes(ours) },
    held('over bare Remix', ours - bare, { most: 20_000 }, kilobytes),
  ])
  return Promise.resolve()
}

function buildBare(into: string): void {
  const built = spawnSync(process.execPath, [join(root, 'node_modules/@remix-run/dev/dist/cli.js'), 'vite:build'], {
    cwd: join(import.meta.dirname, 'bare-remix'),
    env: { ...process.env, BARE_BUILD: into, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`the bare app does not build:\n${built.stderr}`)
}

/** Bytes of the entry, of these routes and of all that they import; a file counts once, as it travels. */
function weigh(assets: string, routes: readonly string[]): number {
  const manifest = manifestOf(assets)
  const parts = [manifest.entry, ...routes.map((id) => manifest.routes[id])]
  const files = new Set<string>()
  for (const part of parts) {
    if (!part) throw new Error(`not in the manifest: ${routes.join(', ')}`)
    for (const url of [part.module, ...(part.imports ?? [])]) follow(assets, basename(url), files)
  }
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0)
}

function follow(assets: string, file: string, files: Set<string>): void {
  if (files.has(file)) return
  files.add(file)
  const text = readFileSync(join(assets, file), 'utf8')
  for (const [, next] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    follow(assets, next ?? '', files)
}

/** Remix writes it as a script. */
function manifestOf(assets: string): Manifest {
  const file = readdirSync(assets).find((name) => name.startsWith('manifest-'))
  if (file === undefined) throw new Error(`no manifest in ${assets}`)
  const text = readFileSync(join(assets, file), 'utf8')
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Manifest
}
