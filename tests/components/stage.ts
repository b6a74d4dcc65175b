/** Sets the editor's stage in a browser, and plays the door of drafts: what was sent to it, and what it answers. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'

import { newPage } from '../setup/browser.ts'

export const savedAt = '2026-11-23T13:32:00.000Z'

/** `null`: the line is cut. */
export type Said = { status: number; json: object } | null

export type Stage = {
  page: Page
  /** What came to the doors, oldest first. */
  sent: Record<string, string>[]
  /** What the door of drafts says next; the last one from then on. */
  answer: (...said: Said[]) => void
  /** As a browser reloads: another page in the same tab. */
  reload: () => Promise<void>
}

export async function openStage(browser: Browser, bundle: string): Promise<Stage> {
  const page = await newPage(browser, { javaScript: true })
  let answers: Said[] = [{ status: 200, json: { tag: 'saved', savedAt, findings: [] } }]
  const sent: Record<string, string>[] = []
  // A router needs an address; nothing is listening there, the page is handed over here.
  await page.route('http://stage.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><div id="stage"></div>' }),
  )
  await page.route('http://stage.test/admin/**', (route) => {
    sent.push(Object.fromEntries(new URLSearchParams(route.request().postData() ?? '')))
    const said = (answers.length > 1 ? answers.shift() : answers[0]) ?? null
    return said === null ? route.abort('connectionfailed') : route.fulfill(said)
  })
  await page.goto('http://stage.test/')
  await raise(page, bundle)
  return {
    ...{ page, sent },
    answer: (...next) => void (answers = next),
    async reload() {
      page.on('dialog', (dialog) => void dialog.accept())
      await page.reload()
      await raise(page, bundle)
    },
  }
}

async function raise(page: Page, bundle: string): Promise<void> {
  await page.addScriptTag({ content: bundle, type: 'module' })
  await page.waitForSelector('textarea')
}

export async function bundleStage(): Promise<string> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'recit-stage-'))
  const root = path.resolve(import.meta.dirname, '../..')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    // Under a test NODE_ENV the JSX of development would be called, which the production React does not have.
    esbuild: { jsxDev: false },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      lib: { entry: path.join(import.meta.dirname, 'editor-stage.tsx'), formats: ['es'], fileName: 'stage' },
    },
  })
  const code = await readFile(path.join(outDir, 'stage.js'), 'utf8')
  await rm(outDir, { recursive: true })
  return code
}
