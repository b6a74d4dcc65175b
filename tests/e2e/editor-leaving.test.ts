/** Whoever leaves the editor, or presses its buttons, loses neither their words nor their place. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
import { button, openEditor, serverDraft, type Editing } from './editing.ts'
import { order } from './request.ts'
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

async function openDraft(): Promise<Editing> {
  const editing = await openEditor(browser, web)
  await editing.elan.fill(mine)
  return editing
}

describe('leaving with a text that is not saved', () => {
  test('by a link, once the draft is on the server: it is there for whoever comes back', async () => {
    const { page, id, elan, leave } = await openDraft()
    await page.getByRole('link', { name: 'Journal', exact: true }).click()
    await page.waitForURL('**/audit')
    expect((await serverDraft(web, id))?.script.elan).toBe(mine)
    await page.goto(`${web.origin}/admin/requests/${id}`)
    await page.getByText(/^Brouillon du .*, non enregistré dans le script/).waitFor()
    expect(await elan.inputValue()).toBe(mine)
    await leave()
  })

  test('by a link asks first where the draft cannot be sent', async () => {
    const { page, elan, leave } = await openEditor(browser, web)
    await page.route('**/draft', (route) => route.abort('connectionfailed'))
    await elan.fill(mine)
    await page.getByRole('link', { name: 'Journal', exact: true }).click()
    await page.getByText('Votre texte n’est pas enregistré').waitFor()
    await button(page, 'Rester ici').click()
    expect(await elan.inputValue()).toBe(mine)
    await page.getByRole('link', { name: 'Journal', exact: true }).click()
    await button(page, 'Quitter sans enregistrer').click()
    await page.waitForURL('**/audit')
    const kept = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('recit.')))
    expect(await kept()).toEqual([])
    await leave()
  })

  test('by a reload asks in the browser’s own words, and only while it is not saved', async () => {
    const { page, elan, leave } = await openDraft()
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    await page.reload()
    expect(asked).toEqual(['beforeunload'])
    await page.waitForLoadState('networkidle')
    expect(await elan.inputValue()).toBe(mine)
    await elan.fill(`${mine} Et après.`)
    await page.getByText(/^Brouillon enregistré à \d/).waitFor()
    await page.reload()
    await page.waitForLoadState('networkidle')
    await button(page, 'Enregistrer').click()
    await page.getByText(/^Enregistré à \d/).waitFor()
    await page.reload()
    expect(asked).toEqual(['beforeunload'])
    expect(await page.getByText(/^Brouillon/).count()).toBe(0)
    await leave()
  })
})

test('the focus is never lost with the button that was pressed', async () => {
  const { page, id, leave } = await openEditor(browser, web)
  await order(web, id, ['slow:300000'])
  await button(page, 'Arrêter l’écriture').click()
  await page.locator('.facts').getByText('a arrêté l’écriture').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await leave()
})
