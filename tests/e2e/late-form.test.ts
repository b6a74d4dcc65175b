/** What happens to what was typed when the session ends meanwhile, and when somebody looks back at a form they sent. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
import { staff } from '../setup/desk.ts'
import { sidewaysScroll, violations } from './inspect.ts'
import { book, draft, look } from './request.ts'
import { heading, openVisitor, signIn, type Visitor } from './visitor.ts'
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

describe.each([{ javaScript: false }, { javaScript: true }])('JavaScript $javaScript', (way) => {
  test('a script saved after a logout in another tab waits, and is saved after the login beside it', async () => {
    const id = await draft(web, { firstNames: 'Zoé', lastName: 'L’Hermitte-Cœur' })
    const visitor = await openVisitor(browser, web, way)
    await signIn(visitor, 'admin')
    const { page } = visitor
    await page.goto(`${web.origin}/admin/requests/${id}`)
    const words = 'Une phrase qui a coûté dix minutes.\n\nEt une autre : « la fin ».'
    await page.locator('[name="script.elan"]').fill(words)
    await signOutElsewhere(visitor)

    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('heading', { level: 1, name: 'Votre session est terminée' }).waitFor()
    expect(visitor.takeComplaints()).toEqual([expect.stringMatching(/^403 POST /)])
    expect(await page.getByLabel('Élan').inputValue()).toBe(words)
    expect(await page.getByRole('button', { name: 'Se déconnecter' }).count()).toBe(0)
    expect(page.url()).not.toContain('phrase')
    expect(await violations(visitor)).toEqual([])
    expect((await look(web, id)).script?.elan).not.toBe(words)

    const beside = page.waitForEvent('popup')
    await page.getByRole('link', { name: 'Se connecter dans un autre onglet' }).click()
    await signInAt(await beside)
    await page.getByRole('button', { name: 'Envoyer de nouveau' }).click()
    await page.locator('.facts').getByText('Léa Morvan a enregistré le script').waitFor()
    expect((await look(web, id)).script?.elan).toBe(words)
    expect(visitor.takeComplaints()).toEqual([])
    await visitor.leave()
  })

  test('an order of a script with its wishes waits as well', async () => {
    const id = await book(web, { firstNames: 'Maëlys', lastName: 'Lebœuf' })
    const visitor = await openVisitor(browser, web, way)
    await signIn(visitor, 'admin')
    await visitor.page.goto(`${web.origin}/admin/requests/${id}`)
    await signOutElsewhere(visitor)
    await visitor.page.getByRole('button', { name: 'Écrire avec ChatGPT' }).click()
    await visitor.page.getByRole('heading', { level: 1, name: 'Votre session est terminée' }).waitFor()
    await visitor.page.setViewportSize({ width: 320, height: 900 })
    expect(await sidewaysScroll(visitor)).toBeLessThanOrEqual(0)
    expect((await look(web, id)).status).toBe('requested')
    await visitor.leave()
  })

  test('a request sent, looked back at and sent again is one request', async () => {
    const lastName = `Retour-${way.javaScript ? 'Vif' : 'Lent'}`
    const visitor = await openVisitor(browser, web, way)
    await visitor.page.goto(web.origin)
    await order(visitor, lastName)
    await visitor.page.goBack()
    await visitor.page.locator('#firstNames').waitFor()
    await order(visitor, lastName)
    expect(await requestsOf(lastName)).toBe(1)
    // Another wish is another request.
    await visitor.page.goto(web.origin)
    await order(visitor, `${lastName}-Deux`)
    expect(await requestsOf(lastName)).toBe(2)
    await visitor.leave()
  })
})

test('a name that never ends widens no page', async () => {
  const lastName = `W${'o'.repeat(117)}`
  const id = await draft(web, { firstNames: 'Noé', lastName })
  const visitor = await openVisitor(browser, web, { javaScript: false })
  await signIn(visitor, 'admin')
  for (const path of ['/admin', `/admin/requests/${id}`, '/audit', `/audit/${id}`]) {
    await visitor.page.goto(web.origin + path)
    for (const width of [1280, 900, 360, 320]) {
      await visitor.page.setViewportSize({ width, height: 900 })
      expect([path, width, await sidewaysScroll(visitor)]).toEqual([path, width, 0])
    }
  }
  await visitor.leave()
})

async function signOutElsewhere({ page }: Visitor): Promise<void> {
  const other = await page.context().newPage()
  await other.goto(`${web.origin}/audit`)
  await other.getByRole('button', { name: 'Se déconnecter' }).click()
  await other.waitForURL('**/login')
  await other.close()
}

async function signInAt(page: Page): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(staff.admin.email)
  await page.getByLabel('Mot de passe').fill(staff.admin.password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.waitForURL(/\/admin/)
  await page.close()
}

async function order(visitor: Visitor, lastName: string): Promise<void> {
  const { page } = visitor
  const typed = {
    firstNames: 'Anaïs',
    lastName,
    birthDay: '1',
    birthMonth: '1',
    birthYear: '1990',
    email: 'a@exemple.fr',
  }
  for (const [field, value] of Object.entries(typed)) await page.locator(`#${field}`).fill(value)
  await page.locator('#consentAi').check()
  await page.locator('#consentStart').check()
  await page.getByRole('button', { name: 'Demander ma lecture' }).click()
  await page.waitForURL('**/merci')
  expect(await heading(visitor)).toContain('Merci')
}

async function requestsOf(search: string): Promise<number> {
  const query = { filter: null, sort: 'received', direction: 'desc', page: 1 } as const
  return (await web.desk.listRequests({ ...query, search })).total
}
