import type { Browser, Page } from 'playwright-core'
import { renderToString } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { app } from './editor-stage.tsx'
import { launchBrowser } from '../setup/browser.ts'
import { bundleStage, openStage } from './stage.ts'

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
  ;({ page } = await openStage(browser, bundle))
  return () => page.context().close()
})

const accueil = () => page.locator('[name="script.accueil"]')
const portrait = () => page.locator('[name="script.portrait"]')
const seenVersion = () => page.locator('[name="version"]').inputValue()
const someoneElseSaves = () => page.locator('#someone-else').click()
const overtaken = () => page.locator('.notice[role="status"]', { hasText: 'La demande a changé' })

test('an untouched editor follows what others write', async () => {
  await someoneElseSaves()
  await expect.poll(() => accueil().inputValue()).toBe('Le texte de Hugo.')
  expect(await seenVersion()).toBe('2')
})

test('a field being edited is never replaced, and the form still says what was seen', async () => {
  await accueil().fill('Mon texte à moi.')
  await page.locator('text=4 mots').waitFor()
  await someoneElseSaves()
  await overtaken().waitFor()
  expect(await accueil().inputValue()).toBe('Mon texte à moi.')
  expect(await seenVersion()).toBe('1')
})

test('so it is when the change arrives between two keys, before the counts have followed', async () => {
  await accueil().pressSequentially('Encore. ')
  await someoneElseSaves()
  await overtaken().waitFor()
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
  await overtaken().waitFor()
  expect(await portrait().inputValue()).toBe('Tapé trop tôt.')
})

test('after saving, the editor has seen its own version, and goes on following', async () => {
  await accueil().fill('Mon texte à moi. ')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect.poll(seenVersion).toBe('2')
  expect(await page.title()).toBe('saw 1')
  expect(await overtaken().count()).toBe(0)
  await someoneElseSaves()
  await expect.poll(() => accueil().inputValue()).toBe('Le texte de Hugo.')
})

test('a pause is put at the caret, apart from the words, and the length counts it', async () => {
  await accueil().fill('Bonjour.Respirez.')
  await accueil().evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(8, 8))
  await page.getByRole('button', { name: 'Insérer une pause dans Accueil' }).click()
  expect(await accueil().inputValue()).toBe('Bonjour. <break time="0.5s"/> Respirez.')
  await page.keyboard.press('Control+z')
  expect(await accueil().inputValue()).toBe('Bonjour.Respirez.')
})
