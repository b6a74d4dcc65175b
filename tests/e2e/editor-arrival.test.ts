/** How pages arrive: alive whatever was pressed early, with a focus and a name, and framed even when they refuse. */
import { randomUUID } from 'node:crypto'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
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

/** React 18 dies of it in the middle of a transition: its error 345, « Root did not complete ». */
test('a page where Tab is pressed right after it arrived comes alive, load after load', async () => {
  const dead: string[] = []
  for (let load = 0; load < 24; load += 1) {
    const { page, takeComplaints, leave } = await openVisitor(browser, web, { javaScript: true })
    await page.goto(web.origin, { waitUntil: 'commit' })
    await page.locator('#contenu').waitFor({ state: 'attached' })
    // Spread over the time that waking up takes.
    for (let press = 0; press < 6; press += 1) {
      await page.keyboard.press('Tab')
      await page.waitForTimeout(load * 3)
    }
    await page.waitForLoadState('load')
    const alive = () =>
      page.evaluate(() =>
        Object.keys(document.querySelector('#contenu') ?? {}).some((key) => key.startsWith('__reactProps')),
      )
    await expect
      .poll(alive)
      .toBe(true)
      .catch(() => dead.push(`load ${load} is dead`))
    dead.push(...takeComplaints().map((one) => `load ${load}: ${one}`))
    await leave()
  }
  expect(dead).toEqual([])
}, 120_000)

test('who goes back before the page is alive comes to the page before', async () => {
  const { page, takeComplaints, leave } = await openVisitor(browser, web, { javaScript: true })
  await page.goto(web.origin)
  await page.waitForLoadState('networkidle')
  await go(page, '/merci')
  await page.getByRole('heading', { level: 1, name: 'Merci' }).waitFor()
  await page.route('**/assets/entry*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800))
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await page.getByRole('heading', { level: 1, name: 'Merci' }).waitFor()
  await page.evaluate(() => history.back())
  await page.locator('#firstNames').waitFor()
  expect(takeComplaints()).toEqual([])
  await leave()
})

test('a page that comes without a load takes the focus to its heading, and is named', async () => {
  const { page, takeComplaints, leave } = await openVisitor(browser, web, { javaScript: true })
  await page.goto(web.origin)
  await page.waitForLoadState('networkidle')
  await page.locator('#firstNames').fill('Anaïs')
  await page.locator('#lastName').fill('Arrivée')
  await page.locator('#birthDay').fill('1')
  await page.locator('#birthMonth').fill('1')
  await page.locator('#birthYear').fill('1990')
  await page.locator('#email').fill('anais@exemple.fr')
  await page.locator('#consentAi').check()
  await page.locator('#consentStart').check()
  await page.getByRole('button', { name: 'Demander ma lecture' }).click()
  await page.waitForURL('**/merci')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Merci/)
  await expect.poll(() => page.locator('body > [role="status"]').innerText()).toBe('Merci · Récit')
  expect(takeComplaints()).toEqual([])
  await leave()
})

test('a refusal met on the way keeps the frame: the banner, the navigation, the way out', async () => {
  const visitor = await openVisitor(browser, web, { javaScript: true })
  const { page, leave } = visitor
  await signIn(visitor, 'admin')
  await page.waitForLoadState('networkidle')
  await go(page, `/admin/requests/${randomUUID()}`)
  await page.getByRole('heading', { level: 1, name: 'Page introuvable' }).waitFor()
  expect(await page.getByText('Mode démonstration').count()).toBe(1)
  expect(await page.getByRole('button', { name: 'Se déconnecter' }).count()).toBe(1)
  await page.getByRole('link', { name: 'Revenir à la file' }).click()
  await page.getByRole('heading', { level: 1, name: 'File' }).waitFor()
  await leave()
})

test('a page that cannot be fetched says so, blames no server, and leads back', async () => {
  const visitor = await openVisitor(browser, web, { javaScript: true })
  const { page, leave } = visitor
  await signIn(visitor, 'admin')
  await page.waitForLoadState('networkidle')
  await page.route('**/*.data*', (route) => route.abort('connectionfailed'))
  await page.getByRole('link', { name: 'Journal', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Pas de connexion' }).waitFor()
  const said = await page.locator('body').innerText()
  expect(said).not.toContain('L’incident est noté')
  expect(said).toContain('Se déconnecter')
  expect(await page.getByRole('link', { name: 'Revenir à la file' }).getAttribute('href')).toBe('/admin')
  await leave()
})

/** As a link would, without a load. */
const go = (page: Page, to: string) =>
  page.evaluate((address) => {
    const { __remixRouter: router } = window as unknown as { __remixRouter: { navigate(to: string): void } }
    router.navigate(address)
  }, to)
