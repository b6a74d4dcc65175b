/** What is typed beside the script stays before its writer's eyes, whatever others do to the request meanwhile. */
import { randomUUID } from 'node:crypto'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
import { button, openEditor } from './editing.ts'
import { look } from './request.ts'
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

const byHugo = () => ({ commandId: randomUUID(), actor: web.actors.second })
const comment = (page: Page) => page.locator('[name="comment.elan"]')
const opens = (page: Page, summary: string) => page.locator('summary', { hasText: summary }).click()

async function approve(requestId: string): Promise<void> {
  const { version } = await look(web, requestId)
  const order = { requestId, seen: { version }, overrideReason: 'Relu.' }
  expect(await web.desk.approveScript(byHugo(), order)).toMatchObject({ tag: 'done' })
}

async function decline(requestId: string): Promise<void> {
  const { version } = await look(web, requestId)
  const order = { requestId, reason: null, seen: { version } }
  expect(await web.desk.declineRequest(byHugo(), order)).toMatchObject({ tag: 'done' })
}

describe('a comment that is being written', () => {
  test('stays in its field while others decide, to be sent where the law lets it, else to be copied', async () => {
    const { id, page, leave, takeComplaints } = await openEditor(browser, web)
    await opens(page, 'Demander une correction')
    await comment(page).fill('Plus court, s’il te plaît.')
    await approve(id)
    await page.locator('.facts').getByText('Hugo Vasseur a validé le script').waitFor()
    expect([await comment(page).inputValue(), await comment(page).isEditable()]).toEqual([
      'Plus court, s’il te plaît.',
      true,
    ])
    await decline(id)
    await page.getByText('Il reste ici, vous pouvez le copier.').waitFor()
    expect([await comment(page).inputValue(), await comment(page).isEditable()]).toEqual([
      'Plus court, s’il te plaît.',
      false,
    ])
    expect(await button(page, 'Demander une correction').count()).toBe(0)
    expect(takeComplaints()).toEqual([])
    await leave()
  })

  test('is gone once it is sent, and once only', async () => {
    const { page, leave, takeComplaints } = await openEditor(browser, web)
    await opens(page, 'Demander une correction')
    await comment(page).fill('Plus court.')
    await button(page, 'Demander une correction').click()
    await page.getByText('Correction demandée par Léa Morvan').waitFor()
    await expect.poll(() => comment(page).inputValue()).toBe('')
    expect(takeComplaints()).toEqual([])
    await leave()
  })

  test('comes back after a conflict of the text beside it', async () => {
    const { id, page, elan, leave } = await openEditor(browser, web)
    await opens(page, 'Refuser cette demande')
    await page.locator('#declineRequest-reason').fill('La personne a renoncé.')
    await elan.fill('Ce que dit Léa.')
    await page.context().setOffline(true)
    const { version, script } = await look(web, id)
    if (script === null) throw new Error('no script')
    await web.desk.editScript(byHugo(), { requestId: id, script: { ...script, elan: 'Hugo.' }, seen: { version } })
    await page.context().setOffline(false)
    await button(page, 'Enregistrer').click()
    await page.getByRole('heading', { level: 1, name: 'La demande a changé entre-temps' }).waitFor()
    await button(page, 'Garder mon texte').click()
    await page.locator('.facts').waitFor()
    expect(await page.locator('#declineRequest-reason').inputValue()).toBe('La personne a renoncé.')
    await leave()
  })
})

test('the reason of an approval that came too late is there again beside the text that was chosen', async () => {
  const { id, page, elan, leave } = await openEditor(browser, web, { elan: 'Vous allez guérir de votre cancer.' })
  await page.getByLabel('Pourquoi valider').fill('Relu avec le service juridique.')
  await elan.fill('Vous allez guérir de votre cancer, dit Léa.')
  const { version, script } = await look(web, id)
  if (script === null) throw new Error('no script')
  await web.desk.editScript(byHugo(), { requestId: id, script: { ...script, annee: 'Hugo.' }, seen: { version } })
  await button(page, 'Valider le script').click()
  await page.getByRole('heading', { level: 1, name: 'La demande a changé entre-temps' }).waitFor()
  expect(await page.getByLabel('Pourquoi valider').inputValue()).toBe('Relu avec le service juridique.')
  await button(page, 'Garder mon texte').click()
  await page.locator('.facts').waitFor()
  expect(await page.getByLabel('Pourquoi valider').inputValue()).toBe('Relu avec le service juridique.')
  await button(page, 'Valider le script').click()
  await page.locator('.facts').getByText('Léa Morvan a validé le script').waitFor()
  expect((await look(web, id)).status).toBe('approved')
  await expect.poll(() => page.getByText('Votre motif de validation').count()).toBe(0)
  await leave()
})
