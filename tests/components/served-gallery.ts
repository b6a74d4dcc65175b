/** The gallery on a loopback port, dressed in the stylesheet that Vite builds, under the house's CSP. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { build } from 'vite'

import { gallery } from './gallery.tsx'
import { markup } from './page.tsx'

const root = path.resolve(import.meta.dirname, '../..')
const types: Record<string, string> = {
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.html': 'text/html; charset=utf-8',
}

export async function serveGallery(): Promise<{ origin: string; assets: string[]; close: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'recit-gallery-'))
  await buildStyles(folder)
  const assets = await readdir(path.join(folder, 'assets'))
  const server = createServer((request, response) => {
    void answer(request.url ?? '/', folder, assets).then(({ type, body }) => {
      const csp =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'"
      response.writeHead(body === null ? 404 : 200, { 'content-type': type, 'content-security-policy': csp }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    assets,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}

async function buildStyles(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: { outDir, emptyOutDir: true, rollupOptions: { input: path.join(root, 'app/styles/app.css') } },
  })
}

async function answer(
  url: string,
  folder: string,
  assets: string[],
): Promise<{ type: string; body: string | Buffer | null }> {
  const page = gallery[url.slice(1)]
  if (page !== undefined) return { type: types['.html'] ?? '', body: await markup(page) }
  // Unbuilt, an asset beside a component keeps its place in the tree.
  const asset = /^\/app\/components\/[\w-]+\.svg/.exec(url)?.[0]
  if (asset !== undefined) return { type: 'image/svg+xml', body: await readFile(path.join(root, asset)) }
  const file =
    url === '/app.css' ? assets.find((name) => name.endsWith('.css')) : assets.find((name) => url === `/assets/${name}`)
  if (file === undefined) return { type: 'text/plain', body: null }
  return { type: types[path.extname(file)] ?? '', body: await readFile(path.join(folder, 'assets', file)) }
}
