/** The whole story, from the form to the auditor, twice: without JavaScript, and with. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
import { sidewaysScroll, violations } from './inspect.ts'
import { heading, openVisitor, signIn, type Visitor } from './visitor.ts'
import { startWeb, type Web } from './web.ts'

let web: Web
let browser: Browser
/** Of `demo/film.mp4`. */
const filmSeconds = 8
/** The types of the facts that each way of telling the story left, in order. */
const logs: string[][] = []

beforeAll(async () => {
  ;[web, browser] = await Promise.all([startWeb(), launchBrowser()])
})

afterAll(async () => {
  await browser.close()
  expect(await web.stop()).toBe(0)
})

const ways = [
  { how: 'without JavaScript', javaScript: false, lastName: 'Lecœur' },
  { how: 'with JavaScript', javaScript: true, lastName: 'D’Aubigné' },
]

describe.each(ways)('the story $how', ({ javaScript, lastName }) => {
  let customer: Visitor
  let admin: Visitor
  let auditor: Visitor
  let requestUrl: string

  beforeAll(async () => {
    const open = () => openVisitor(browser, web, { javaScript })
    ;[customer, admin, auditor] = await Promise.all([open(), open(), open()])
    await signIn(admin, 'admin')
  })

  afterAll(() => Promise.all([customer.leave(), admin.leave(), auditor.leave()]))

  test('a customer asks for a reading, after a mistake that costs nothing typed', async () => {
    const { page } = customer
    await page.goto(web.origin)
    await looksRight(customer, 'Votre lecture personnelle, en vidéo')
    await page.getByLabel('Tous vos prénoms').fill('Zoé Anne')
    await page.getByLabel('Nom de naissance').fill(lastName)
    await page.getByLabel('Jour').fill('31')
    await page.getByLabel('Mois').fill('2')
    await page.getByLabel('Année').fill('1992')
    await page.getByLabel('Adresse électronique').fill('zoe.exemple.fr')
    await page.getByLabel(/^J’ai compris/).check()
    await page.getByLabel(/^Je demande que/).check()
    await page.getByRole('button', { name: 'Demander ma lecture' }).click()

    await page.locator('.error-summary').waitFor()
    await looksRight(customer, 'Votre lecture personnelle, en vidéo')
    expect(await page.locator('.error-summary:focus').count()).toBe(javaScript ? 1 : 0)
    expect(await page.locator('#email-error').innerText()).toContain('adresse complète')
    expect(await page.locator('#email').getAttribute('aria-describedby')).toContain('email-error')
    expect(await page.locator('#email').inputValue()).toBe('zoe.exemple.fr')
    expect(await page.locator('#lastName').inputValue()).toBe(lastName)
    expect(await page.locator('#consentAi').isChecked()).toBe(true)
    expect(await page.locator('[id="consentMemory.question"]').isChecked()).toBe(false)
    await page.locator('#email').fill('zoe@exemple.fr')
    await page.getByRole('button', { name: 'Demander ma lecture' }).click()

    await page.locator('#birthDay-error').waitFor()
    await page.locator('#birthDay').fill('14')
    await page.locator('#birthMonth').fill('3')
    await page.getByRole('button', { name: 'Demander ma lecture' }).click()
    await page.waitForURL('**/merci')
    await looksRight(customer, 'Merci, votre demande est bien arrivée')
    const door = javaScript ? '/_root.data' : '/'
    expect(customer.takeComplaints()).toEqual([`422 POST ${door}`, `422 POST ${door}`])
  })

  test('an admin sees it, and has it written by ChatGPT', async () => {
    const { page } = admin
    const person = page.getByRole('link', { name: `Zoé Anne ${lastName}` })
    if (!javaScript) await page.reload()
    await person.waitFor()
    await looksRight(admin, 'File')
    await person.click()
    await page.waitForURL('**/admin/requests/*')
    requestUrl = page.url()
    await looksRight(admin, `Zoé Anne ${lastName}`)

    web.simulators.openai.plan(['slow:1500'])
    const stayed = await staysOpen(admin)
    await page.getByRole('button', { name: 'Écrire avec ChatGPT' }).click()
    await page.getByText('ChatGPT écrit le script.').waitFor()
    expect(await page.locator('textarea').count()).toBe(0)
    await page.locator('[name="script.accueil"]').waitFor()
    expect(await stayed()).toBe(javaScript)
    expect(await page.locator('[name="script.accueil"]').inputValue()).toContain('Zoé')
    await looksRight(admin, `Zoé Anne ${lastName}`)
  })

  test('she corrects it, saves it and approves it', async () => {
    const { page } = admin
    const closing = page.locator('[name="script.cloture"]')
    const corrected = `${await closing.inputValue()} Très belle route à vous, Zoé.`
    await closing.fill(corrected)
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page
      .locator('.facts')
      .getByText(/Léa Morvan a enregistré le script/)
      .waitFor()
    expect(await closing.inputValue()).toBe(corrected)
    await page.getByRole('button', { name: 'Valider le script' }).click()
    await page.getByRole('button', { name: 'Lancer HeyGen' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('Très belle route à vous, Zoé.')
    expect(await page.locator('textarea:visible').count()).toBe(0)
    await looksRight(admin, `Zoé Anne ${lastName}`)
  })

  test('HeyGen films it, and the film plays', async () => {
    const { page } = admin
    const stayed = await staysOpen(admin)
    await page.getByRole('button', { name: 'Lancer HeyGen' }).click()
    await page.getByText(/HeyGen réalise la vidéo|La vidéo part chez HeyGen/).waitFor()
    await page.locator('video').waitFor()
    expect(await stayed()).toBe(javaScript)
    await looksRight(admin, `Zoé Anne ${lastName}`)

    const src = (await page.locator('video').getAttribute('src')) ?? ''
    expect(src).toMatch(/^\/media\//)
    await page.locator('video').evaluate((video: HTMLVideoElement) => {
      video.preload = 'auto'
      video.load()
    })
    const loaded = () => page.locator('video').evaluate((video: HTMLVideoElement) => [video.readyState, video.duration])
    await expect.poll(loaded).toEqual([4, expect.closeTo(filmSeconds, 0)])
    const part = await page.request.get(web.origin + src, { headers: { range: 'bytes=0-99' } })
    expect(part.status()).toBe(206)
    expect(part.headers()).toMatchObject({ 'content-type': 'video/mp4', 'content-length': '100' })
    expect(admin.takeComplaints()).toEqual([])
  })

  test('an auditor steps through every fact', async () => {
    const { page } = auditor
    await signIn(auditor, 'auditor')
    await page.goto(requestUrl)
    await looksRight(auditor, `Zoé Anne ${lastName}`)
    expect(await page.locator('main').getByRole('button').count()).toBe(0)
    await page.getByRole('link', { name: 'Journal', exact: true }).click()
    await page.getByRole('link', { name: `Zoé Anne ${lastName}` }).click()
    await page.waitForURL('**/audit/*')

    const facts = (await web.desk.readHistory(requestUrl.split('/').at(-1) ?? '', null))?.facts ?? []
    const seen: string[] = []
    await page.getByRole('link', { name: /^Étape 1\s*:/ }).click()
    for (let step = 1; step <= facts.length; step += 1) {
      await page.waitForURL(`**/audit/*?v=${step}`)
      await page.locator('main').getByText(`Étape ${step} sur ${facts.length}`).waitFor()
      seen.push(await page.locator('main .lead code').first().innerText())
      if (step < facts.length) await page.getByRole('link', { name: 'Étape suivante' }).click()
    }
    await looksRight(auditor, await heading(auditor))
    expect(seen).toEqual(facts.map(({ type }) => type))
    expect(facts.every(({ proven }) => proven)).toBe(true)
    expect(auditor.takeComplaints()).toEqual([])
    logs.push(seen)
  })
})

test('with and without JavaScript, the log is the same', () => {
  const story = ['BookRequested', 'ScriptRequested', 'ScriptAttempted', 'ScriptGenerated', 'ScriptEdited']
  const rest = ['ScriptApproved', 'VideoRequested', 'VideoSubmitted', 'VideoReady', 'VideoArchived']
  expect(logs).toEqual([
    [...story, ...rest],
    [...story, ...rest],
  ])
})

/** The page has its one heading, and nothing that axe or a narrow window would stumble on. */
async function looksRight(visitor: Visitor, title: string): Promise<void> {
  await visitor.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
  expect(await visitor.page.locator('h1').count()).toBe(1)
  expect(await violations(visitor)).toEqual([])
  expect(await sidewaysScroll(visitor)).toBeLessThanOrEqual(0)
}

/** Marks the document; the answer tells later whether it is still the same one, never reloaded. */
async function staysOpen({ page }: Visitor): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-stayed', ''))
  return () => page.evaluate(() => document.documentElement.hasAttribute('data-stayed'))
}
