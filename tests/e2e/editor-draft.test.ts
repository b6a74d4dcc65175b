/** The draft on the server, and what the linter says of it: with a line and without, with JavaScript and without. */
import { randomUUID } from 'node:crypto'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
import { book, draft, look, order, until } from './request.ts'
import { openVisitor, signIn, type Visitor } from './visitor.ts'
import { startWeb, type Web } from './web.ts'

let web: Web
let browser: Browser

beforeAll(async () => {
  ;[web, browser] = await Promise.all([startWeb(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  expect(await web.stop()).toBe(0)
})

const who = { firstNames: 'Maëlys', lastName: 'Lebœuf' }
const mine = 'Ce que Léa veut vous dire.'

async function openDraft({ javaScript = true, elan }: { javaScript?: boolean; elan?: string } = {}) {
  const id = await draft(web, who)
  if (elan !== undefined) await write(id, elan)
  const visitor = await openVisitor(browser, web, { javaScript })
  await signIn(visitor, 'admin')
  await arrive(visitor, id)
  return { ...visitor, id, elan: elanOf(visitor.page) }
}

async function arrive({ page, javaScript }: Visitor, id: string): Promise<void> {
  await page.goto(`${web.origin}/admin/requests/${id}`)
  if (javaScript) await page.waitForLoadState('networkidle')
}

async function write(id: string, elan: string): Promise<void> {
  const { version, script } = await look(web, id)
  if (script === null) throw new Error('no script')
  const command = { commandId: randomUUID(), actor: web.actors.admin }
  await web.desk.editScript(command, { requestId: id, script: { ...script, elan }, seen: { version } })
}

const elanOf = (page: Page) => page.locator('[name="script.elan"]')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const saved = (page: Page) => page.getByText(/^Brouillon enregistré à \d/).waitFor()
const noticed = (page: Page) => page.getByText(/^Brouillon du .*, non enregistré dans le script/)

describe('a draft', () => {
  test('waits on the server, for its writer alone, on any machine; it is no fact', async () => {
    const { id, page, elan, leave, takeComplaints } = await openDraft()
    const before = await look(web, id)
    await elan.fill(mine)
    await saved(page)
    expect(takeComplaints()).toEqual([])
    await leave()
    expect((await look(web, id)).version).toBe(before.version)
    expect((await web.desk.findRequest(id, web.actors.second))?.draft).toBeNull()

    const elsewhere = await openVisitor(browser, web, { javaScript: false })
    await signIn(elsewhere, 'admin')
    await arrive(elsewhere, id)
    await noticed(elsewhere.page).waitFor()
    expect(await elanOf(elsewhere.page).inputValue()).toBe(mine)
    await button(elsewhere.page, 'Revenir au texte enregistré').click()
    expect(await elanOf(elsewhere.page).inputValue()).toBe(before.script?.elan)
    expect(await noticed(elsewhere.page).count()).toBe(0)
    await elsewhere.leave()
  })

  test('is given up in place, where there is JavaScript', async () => {
    const { id, page, elan, leave, takeComplaints } = await openDraft()
    const { script } = await look(web, id)
    await elan.fill(mine)
    await saved(page)
    await page.reload()
    await button(page, 'Revenir au texte enregistré').click()
    await expect.poll(() => elan.inputValue()).toBe(script?.elan)
    await expect.poll(async () => (await web.desk.findRequest(id, web.actors.admin))?.draft).toBeNull()
    expect(takeComplaints()).toEqual([])
    await leave()
  })

  test('outlives a cut line and a reload, and is sent when the line is back', async () => {
    const { id, page, elan, leave } = await openDraft()
    await page.context().setOffline(true)
    await elan.fill(mine)
    await page.getByText('Hors ligne').waitFor()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload().catch(() => undefined)
    await page.context().setOffline(false)
    await page.goto(`${web.origin}/admin/requests/${id}`)
    await expect.poll(() => elan.inputValue()).toBe(mine)
    await saved(page)
    expect((await web.desk.findRequest(id, web.actors.admin))?.draft?.script.elan).toBe(mine)
    await leave()
  })

  test('outlives the end of the session, and goes on once somebody has signed in beside it', async () => {
    const visitor = await openDraft()
    const { page, elan, leave } = visitor
    await page.context().clearCookies()
    await elan.fill(mine)
    await page.getByText('Votre session est terminée').waitFor()
    expect(await elan.inputValue()).toBe(mine)
    const beside = await page.context().newPage()
    await signIn({ ...visitor, page: beside }, 'admin')
    await beside.close()
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await saved(page)
    expect(await elan.inputValue()).toBe(mine)
    await leave()
  })
})

const digits = 'Vous avez 11 raisons de sourire.'

describe('a remark', () => {
  test('is mended by its button, with JavaScript in the field', async () => {
    const { id, page, elan, leave, takeComplaints } = await openDraft({ elan: digits })
    const { version } = await look(web, id)
    const remark = page.locator('.remark', { hasText: 'écrit en chiffres' })
    await remark.getByRole('button', { name: 'Aller au passage' }).click()
    expect(await elan.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart)).toBe(2)
    await remark.getByRole('button', { name: 'lettres' }).click()
    expect(await elan.inputValue()).toBe('Vous avez onze raisons de sourire.')
    await remark.waitFor({ state: 'detached' })
    expect((await look(web, id)).version).toBe(version)
    expect(takeComplaints()).toEqual([])
    await leave()
  })

  test('is mended by its button, without JavaScript on the server, which saves it', async () => {
    const { id, page, elan, leave } = await openDraft({ elan: digits, javaScript: false })
    const remark = page.locator('.remark', { hasText: 'écrit en chiffres' })
    expect(await remark.getByRole('button', { name: 'Aller au passage' }).count()).toBe(0)
    await remark.getByRole('button', { name: 'lettres' }).click()
    expect(await elan.inputValue()).toBe('Vous avez onze raisons de sourire.')
    expect((await look(web, id)).script?.elan).toBe('Vous avez onze raisons de sourire.')
    await page.locator('.facts').getByText('a corrigé le script d’après une remarque').waitFor()
    await leave()
  })

  test('that blocks is overridden for a reason only', async () => {
    const { id, page, leave } = await openDraft({ elan: 'Vous allez guérir de votre cancer.', javaScript: false })
    await button(page, 'Valider le script').click()
    await page.locator('.error-summary').getByText('règles bloquantes').waitFor()
    expect((await look(web, id)).status).toBe('drafted')
    await page.getByLabel('Pourquoi valider').fill('Relu avec le service juridique.')
    await button(page, 'Valider le script').click()
    await page.locator('.facts').getByText('Motif : « Relu avec le service juridique. »').waitFor()
    expect((await look(web, id)).status).toBe('approved')
    await leave()
  })
})

test('a correction asked for is told beside its section, and cancels the approval', async () => {
  const { id, page, leave } = await openDraft({ elan: digits, javaScript: false })
  await page.getByText('Demander une correction', { exact: true }).first().click()
  await button(page, 'Demander une correction').click()
  await page.locator('.error-summary').getByText('au moins un commentaire').waitFor()
  await page.locator('[id="comment.elan"]').fill('Plus doux.')
  await button(page, 'Demander une correction').click()
  const section = page.locator('.script-section', { has: elanOf(page) })
  await section.getByText('Plus doux.').waitFor()
  expect((await look(web, id)).correction?.comments?.elan).toBe('Plus doux.')
  await leave()
})

describe('while ChatGPT writes', () => {
  test.each([true, false])('the text is seen coming, and stopped; JavaScript: %s', async (javaScript) => {
    const id = await book(web, who)
    const visitor = await openVisitor(browser, web, { javaScript })
    await signIn(visitor, 'admin')
    const { page, leave } = visitor
    await order(web, id, ['slow:20000'])
    await until(web, id, ({ status }) => status === 'writing')
    await arrive(visitor, id).catch(() => undefined)
    await page.getByText(/^ChatGPT écrit\s: (accueil|portrait)/).waitFor({ timeout: 15_000 })
    await page.locator('.coming').getByText('Bonjour').first().waitFor()
    await button(page, 'Arrêter l’écriture').click()
    await page.locator('.facts').getByText('a arrêté l’écriture').waitFor()
    await leave()
  })
})
