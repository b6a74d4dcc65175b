/** What is typed and not yet saved outlives whatever others, the line, or a wrong click do to the page. */
import { randomUUID } from 'node:crypto'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
import { button, openEditor, serverDraft, type Editing } from './editing.ts'
import { look, until } from './request.ts'
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
const changed = 'La demande a changé pendant que vous écriviez'

/** Léa has begun to change a section. */
async function openDraft(): Promise<Editing> {
  const editing = await openEditor(browser, web)
  await editing.elan.fill(mine)
  return editing
}

const byHugo = () => ({ commandId: randomUUID(), actor: web.actors.second })

async function approveByHugo(id: string): Promise<void> {
  const { version, textHash } = await look(web, id)
  const seen = { version, ...(textHash === null ? {} : { textHash }) }
  expect((await web.desk.approveScript(byHugo(), { requestId: id, seen })).tag).toBe('done')
}

describe('while somebody types, another person', () => {
  test('approves: the text stays, and to save it means to take the approval back, knowingly', async () => {
    const { page, id, elan, leave } = await openDraft()
    await approveByHugo(id)
    await page.getByText(changed).waitFor()
    expect(await page.locator('.notice').innerText()).toContain('Hugo Vasseur a validé le script.')
    expect([await elan.inputValue(), await elan.isEditable()]).toEqual([mine, true])
    // A line below the fold, so that the page of the conflict has somewhere to come back from.
    await page.evaluate(() => window.scrollTo(0, 600))
    await button(page, 'Enregistrer').click()

    await page.getByRole('heading', { level: 1, name: 'La demande a changé entre-temps' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
    expect(await page.title()).toMatch(/^Conflit — Maëlys/)
    expect(await page.locator('main').innerText()).toContain('enregistrer annule aussi la validation')
    expect(await page.locator('h3').allInnerTexts()).toContain('Élan')
    await button(page, 'Enregistrer').click()
    await page.locator('.facts').getByText('Léa Morvan a enregistré').waitFor()
    expect(await page.title()).not.toContain('Conflit')
    expect(await look(web, id)).toMatchObject({ status: 'drafted', script: { elan: mine } })
    expect(await page.getByText(changed).count()).toBe(0)
    await leave()
  })

  test('asks ChatGPT: the text stays, to be read, and to be written on when that is over', async () => {
    const { page, id, elan, leave } = await openDraft()
    web.simulators.openai.plan(['slow:2500'])
    const { version } = await look(web, id)
    await web.desk.generateScript(byHugo(), { requestId: id, instructions: null, seen: { version } })
    await page.getByText('Hugo Vasseur a demandé à ChatGPT un script').first().waitFor()
    expect([await elan.inputValue(), await elan.isEditable()]).toEqual([mine, false])
    expect(await button(page, 'Enregistrer').count()).toBe(0)
    await until(web, id, ({ status }) => status === 'drafted')
    await expect.poll(() => elan.isEditable(), { timeout: 5_000 }).toBe(true)
    expect(await elan.inputValue()).toBe(mine)
    await page.getByText(changed).waitFor()
    await leave()
  })

  test('declines: the text stays until it is let go', async () => {
    const { page, id, elan, leave } = await openDraft()
    const { version } = await look(web, id)
    await web.desk.declineRequest(byHugo(), { requestId: id, reason: null, seen: { version } })
    await page.getByText('Hugo Vasseur a refusé la demande').first().waitFor()
    expect([await elan.inputValue(), await elan.isEditable()]).toEqual([mine, false])
    await button(page, 'Continuer sans ce texte').click()
    await expect.poll(() => elan.count()).toBe(0)
    expect(await serverDraft(web, id)).toBeNull()
    await leave()
  })
})

describe('a decision that would drop unsaved corrections asks first', () => {
  test('ChatGPT, after a save', async () => {
    const { page, id, leave } = await openDraft()
    await button(page, 'Écrire avec ChatGPT').click()
    await page.getByText('Vos corrections ne sont pas enregistrées').waitFor()
    expect((await look(web, id)).status).toBe('drafted')
    await button(page, 'Enregistrer d’abord').click()
    await page.locator('.facts').getByText('Léa Morvan a enregistré').waitFor()
    await button(page, 'Écrire avec ChatGPT').click()
    await page.locator('.facts').getByText('a demandé à ChatGPT un script').nth(1).waitFor()
    await leave()
  })

  test.each([
    ['ChatGPT', 'Écrire avec ChatGPT', 'drafted'],
    ['to decline', 'Refuser la demande', 'declined'],
  ])('%s, without them', async (_, name, status) => {
    const { page, id, leave, takeComplaints } = await openDraft()
    if (status === 'declined') await page.getByText('Refuser cette demande').click()
    const before = await look(web, id)
    await button(page, name).click()
    await button(page, 'Continuer sans elles').click()
    await until(web, id, (now) => now.version > before.version && now.status === status)
    await expect.poll(() => page.getByText(mine).count()).toBe(0)
    expect(await page.getByText(changed).count()).toBe(0)
    expect(await serverDraft(web, id)).toBeNull()
    expect(takeComplaints()).toEqual([])
    await leave()
  })
})

describe('the line', () => {
  test('is cut while one saves: the editor stays, says so, and saves when it is back', async () => {
    const { page, id, elan, leave } = await openDraft()
    await page.route('**/*.data*', (route) => route.abort('connectionfailed'))
    await button(page, 'Enregistrer').click()
    await page.getByText('Pas de connexion. Votre texte est toujours ici.').waitFor()
    expect(await elan.inputValue()).toBe(mine)
    // News that cannot be fetched change nothing either.
    const { version, script } = await look(web, id)
    if (script === null) throw new Error('no script')
    await web.desk.editScript(byHugo(), { requestId: id, script: { ...script, annee: 'De Hugo.' }, seen: { version } })
    await page.waitForTimeout(1_500)
    expect(await elan.inputValue()).toBe(mine)
    await page.unroute('**/*.data*')
    await button(page, 'Enregistrer').click()
    await page.getByRole('heading', { level: 1, name: 'La demande a changé entre-temps' }).waitFor()
    expect(await elan.inputValue()).toBe(mine)
    await leave()
  })

  test('is slow: what is typed meanwhile is kept, and nobody is taken for somebody else', async () => {
    const { page, id, elan, leave, takeComplaints } = await openDraft()
    await page.route('**/*.data', async (route) => {
      if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 1_500))
      await route.continue()
    })
    await button(page, 'Enregistrer').click()
    await page.getByText('Enregistrement…').waitFor()
    await elan.press('End')
    await elan.pressSequentially(' Et encore.')
    await page.locator('.facts').getByText('Léa Morvan a enregistré').waitFor()
    expect(await elan.inputValue()).toBe(`${mine} Et encore.`)
    expect(await page.getByText(changed).count()).toBe(0)
    await page.getByText('Corrections non enregistrées.').waitFor()
    await button(page, 'Enregistrer').click()
    await page.getByText('Enregistrement…').waitFor()
    const place = () => page.evaluate(() => window.scrollY)
    const before = await place()
    expect(before).toBeGreaterThan(300)
    await page.getByText(/^Enregistré à \d/).waitFor()
    expect(await place()).toBe(before)
    expect((await look(web, id)).script?.elan).toBe(`${mine} Et encore.`)
    expect(takeComplaints()).toEqual([])
    await leave()
  })
})
