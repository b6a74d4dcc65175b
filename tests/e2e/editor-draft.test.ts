/** The draft on the server: with a line and without, with a session and without, with JavaScript and without. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
import { arrive, button, elanOf, openEditor, serverDraft } from './editing.ts'
import { look } from './request.ts'
import { openVisitor, signIn } from './visitor.ts'
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

const mine = 'Ce que Léa veut vous dire.'
const saved = (page: Page) => page.getByText(/^Brouillon enregistré à \d/).waitFor()
const noticed = (page: Page) => page.getByText(/^Brouillon du .*, non enregistré dans le script/)

describe('a draft', () => {
  test('waits on the server, for its writer alone, on any machine; it is no fact', async () => {
    const { id, page, elan, leave, takeComplaints } = await openEditor(browser, web)
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
    const { id, page, elan, leave, takeComplaints } = await openEditor(browser, web)
    const { script } = await look(web, id)
    await elan.fill(mine)
    await saved(page)
    await page.reload()
    await button(page, 'Revenir au texte enregistré').click()
    await expect.poll(() => elan.inputValue()).toBe(script?.elan)
    await expect.poll(() => serverDraft(web, id)).toBeNull()
    expect(takeComplaints()).toEqual([])
    await leave()
  })

  test('outlives a cut line and a reload, and is sent when the line is back', async () => {
    const { id, page, elan, leave } = await openEditor(browser, web)
    await page.context().setOffline(true)
    await elan.fill(mine)
    await page.getByText('Hors ligne').waitFor()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload().catch(() => undefined)
    await page.context().setOffline(false)
    await page.goto(`${web.origin}/admin/requests/${id}`)
    await expect.poll(() => elan.inputValue()).toBe(mine)
    await saved(page)
    expect((await serverDraft(web, id))?.script.elan).toBe(mine)
    await leave()
  })

  test('outlives the end of the session, and goes on once somebody has signed in beside it', async () => {
    const visitor = await openEditor(browser, web)
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
