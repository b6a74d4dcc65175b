/** The doors of the production build, and the doors as they are written. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ServerBuild } from '@remix-run/node'
import ts from 'typescript'

const root = new URL('../../', import.meta.url)

/** Addresses with their parameters, `/admin/requests/:id`, from the manifest that the server is built with. */
export async function routePatterns(): Promise<string[]> {
  const build = (await import(new URL('build/server/index.js', root).href)) as ServerBuild
  const { routes } = build
  const addressOf = (id: string): string => {
    const route = routes[id]
    return route === undefined ? '' : join(route.parentId === undefined ? '/' : addressOf(route.parentId), route.path ?? '')
  }
  return Object.keys(routes)
    .filter((id) => id !== 'root')
    .map(addressOf)
}
void readdirSync, readFileSync, ts
