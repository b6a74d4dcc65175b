import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { renderToString } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { build } from 'vite'

import { app } from './editor-stage.tsx'
import { launchBrowser, newPage } from '../setup/browser.ts'

let browser: Browser
let bundle: string
let page: Page

beforeAll(async () => {
  ;[browser, bundle] = await Promise.all([launchBrowser(), bundleStage()])
})

afterAll(async () => {
  await browser.close()
})

beforeEach(async () => {
  page = await newPage(browser, { javaScript: true })
  // A router needs an address; nothing is listening there, the page is handed over here.
  await page.route('http://stage.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><div id="stage"></div>' }),
  )
  await page.goto('http://stage.test/')
  await page.addScriptTag({ content: bundle, type: 'module' })
  await page.waitForSelector('textarea')
  return () => page.context().close()
})

const accueil = () => page.locator('[name="script.accueil"]')
const portrait = () => page.locator('[name="script.portrait"]')
const seenVersion = () => page.locator('[name="version"]').inputValue()
const someoneElseSaves = () => page.locator('#someone-else').click()

test('an untouched editor follows what others write', async () => {
  await someoneElseSaves()
  await expect.poll(() => accueil().inputValue()).toBe('Le texte de Hugo.')
  expect(await seenVersion()).toBe('2')
})

test('a field being edited is never replaced, and the form still says what was seen', async () => {
  await accueil().fill('Mon texte à moi.')
  await page.locator('text=4 mots').waitFor()
  await someoneElseSaves()
  await page.locator('[role="status"]', { hasText: 'La demande a changé' }).waitFor()
  expect(await accueil().inputValue()).toBe('Mon texte à moi.')
  expect(await seenVersion()).toBe('1')
})

test('so it is when the change arrives between two keys, before the counts have followed', async () => {
  await accueil().pressSequentially('Encore. ')
  await someoneElseSaves()
  await page.locator('[role="status"]').waitFor()
  expect(await accueil().inputValue()).toContain('Encore.')
  expect(await seenVersion()).toBe('1')
})

test('what was typed into an empty section before the scripts arrived is kept', async () => {
  const served = renderToString(app)
  await page.reload()
  await page.locator('#stage').evaluate((stage, html) => {
    stage.innerHTML = html
  }, served)
  await portrait().fill('Tapé trop tôt.')
  await page.addScriptTag({ content: bundle, type: 'module' })
  await page.locator('text=3 mots').waitFor()
  await someoneElseSaves()
  await page.locator('[role="status"]').waitFor()
  expect(await portrait().inputValue()).toBe('Tapé trop tôt.')
})

test('after saving, the editor has seen its own version, and goes on following', async () => {
  await accueil().fill('Mon texte à moi. ')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect.poll(seenVersion).toBe('2')
  expect(await page.title()).toBe('saw 1')
  expect(await page.locator('[role="status"]').count()).toBe(0)
  await someoneElseSaves()
  await expect.poll(() => accueil().inputValue()).toBe('Le texte de Hugo.')
})

async function bundleStage(): Promise<string> {
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
