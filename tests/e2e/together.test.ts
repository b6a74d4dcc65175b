/** Several hands on one request: two people, two tabs, two clicks. */
import { randomUUID } from 'node:crypto'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
import { approve, book, draft } from './request.ts'
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

describe('two people write at once', () => {
  const [hers, his] = ['Bonjour Jean-Noël, voici ce que Léa dit.', 'Bonjour Jean-Noël, voici ce que Hugo dit.']

  /** Léa types, Hugo saves, Léa saves too late: she stands before the three texts. */
  async function meet() {
    const id = await draft(web, { firstNames: 'Jean-Noël', lastName: 'D’Aubigné' })
    const lea = await open({ javaScript: true }, 'admin')
    const hugo = await open({ javaScript: false }, 'second')
    const url = `${web.origin}/admin/requests/${id}`
    await Promise.all([lea.page.goto(url), hugo.page.goto(url)])
    const mine = lea.page.locator('[name="script.accueil"]')
    await mine.fill(hers)
    await hugo.page.locator('[name="script.accueil"]').fill(his)
    await hugo.page.locator('[name="script.annee"]').fill('Une année de patience.')
    await hugo.page.getByRole('button', { name: 'Enregistrer' }).click()
    await hugo.page.locator('.facts').getByText('Hugo Vasseur a enregistré le script').waitFor()

    await lea.page.getByText('La demande a changé pendant que vous écriviez').waitFor()
    expect(await mine.inputValue()).toBe(hers)
    await lea.page.getByRole('button', { name: 'Enregistrer' }).click()
    await lea.page.getByRole('heading', { level: 1, name: 'La demande a changé entre-temps' }).waitFor()
    expect(lea.takeComplaints()).toContainEqual(expect.stringMatching(/^409 POST /))
    const press = (name: string) => lea.page.getByRole('button', { name }).click()
    const text = async () => (await web.desk.findRequest(id, web.actors.admin))?.request.script
    await hugo.leave()
    return { id, lea, press, text }
  }

  test('a text being written is never replaced; both are shown, and brought together', async () => {
    const { id, lea, press, text } = await meet()
    const main = lea.page.locator('main')
    const field = lea.page.getByLabel('Fusion de la section Accueil')
    expect(await field.inputValue()).toContain('voici ce que ⟦Léa⟧⟦Hugo⟧ dit.')
    await main.getByText('Il reste 1 passage à trancher.').waitFor()
    await field.fill('Bonjour Jean-Noël, voici ce que nous disons.')
    await expect.poll(() => main.getByText('à trancher.').count()).toBe(0)
    await press('Enregistrer la fusion')
    await lea.page.locator('.facts').getByText('Léa Morvan a fusionné deux textes').waitFor()
    expect(await text()).toMatchObject({
      ...{ accueil: 'Bonjour Jean-Noël, voici ce que nous disons.', annee: 'Une année de patience.' },
    })
    expect(await lea.page.locator('[name="script.annee"]').inputValue()).toBe('Une année de patience.')
    expect(await factsOf(id)).toEqual([...drafted, 'ScriptEdited', 'ScriptEdited'])
    expect(lea.takeComplaints()).toEqual([])
    await lea.leave()
  })

  test('one’s own text may be kept, though the fusion was begun', async () => {
    const { lea, press, text } = await meet()
    await lea.page.getByLabel('Fusion de la section Accueil').fill('Un essai.')
    await press('Garder mon texte')
    await lea.page.locator('.facts').getByText('Léa Morvan a enregistré le script').waitFor()
    expect((await text())?.accueil).toBe(hers)
    expect((await text())?.annee).not.toBe('Une année de patience.')
    expect(await lea.page.locator('[name="script.accueil"]').inputValue()).toBe(hers)
    expect(lea.takeComplaints()).toEqual([])
    await lea.leave()
  })

  test('or the saved one: then nothing of one’s own comes back', async () => {
    const { id, lea, press } = await meet()
    await press('Garder la version enregistrée')
    const field = lea.page.locator('[name="script.accueil"]')
    await expect.poll(() => field.inputValue()).toBe(his)
    await lea.page.reload()
    expect(await field.inputValue()).toBe(his)
    expect((await web.desk.findRequest(id, web.actors.admin))?.draft).toBe(null)
    expect(lea.takeComplaints()).toEqual([])
    await lea.leave()
  })

  test('an earlier text is found among the versions, compared, and taken again', async () => {
    const { lea, press, text } = await meet()
    await press('Garder mon texte')
    await lea.page.getByRole('link', { name: '3 versions du texte' }).click()
    await lea.page.getByRole('heading', { level: 1, name: 'Versions du texte' }).waitFor()
    await lea.page.getByLabel('De', { exact: true }).selectOption('4')
    await lea.page.getByLabel('À', { exact: true }).selectOption('5')
    await press('Comparer')
    await lea.page.getByText('De l’étape 4 à l’étape 5.').waitFor()
    expect((await lea.page.locator('#compare ins').allInnerTexts()).join(' ')).toContain('Hugo')
    await press('Reprendre cette version de l’étape 5')
    await lea.page.locator('.facts').getByText('Léa Morvan a repris le texte de l’étape 5').waitFor()
    expect((await text())?.accueil).toBe(his)
    expect(await lea.page.locator('[name="script.accueil"]').inputValue()).toBe(his)
    expect(lea.takeComplaints()).toEqual([])
    await lea.leave()
  })
})

test('an editor where nobody types follows what others save', async () => {
  const id = await draft(web, { firstNames: 'Maëlys', lastName: 'Lebœuf' })
  const lea = await open({ javaScript: true }, 'admin')
  await lea.page.goto(`${web.origin}/admin/requests/${id}`)
  const { script, version } = (await web.desk.findRequest(id, web.actors.admin))?.request ?? {}
  const edited = { ...(script ?? blank), accueil: 'Le texte de Hugo.' }
  const command = { commandId: randomUUID(), actor: web.actors.second }
  await web.desk.editScript(command, { requestId: id, script: edited, seen: { version: version ?? 0 } })
  expect(lea.takeComplaints()).toEqual([])
  const shown = () => lea.page.locator('[name="script.accueil"]').inputValue()
  await expect.poll(shown, { timeout: 5_000 }).toBe('Le texte de Hugo.')
  await lea.leave()
})

describe.each([{ javaScript: false }, { javaScript: true }])(
  'two clicks are one command, JavaScript $javaScript',
  (way) => {
    test('on the request form, and so are a reload and a look back', async () => {
      const lastName = `Deux-Clics ${way.javaScript ? 'Vifs' : 'Lents'}`
      const { page, leave, takeComplaints } = await open(way)
      await page.goto(web.origin)
      await page.locator('#firstNames').fill('Anaïs')
      await page.locator('#lastName').fill(lastName)
      await page.locator('#birthDay').fill('1')
      await page.locator('#birthMonth').fill('1')
      await page.locator('#birthYear').fill('1990')
      await page.locator('#email').fill('anais@exemple.fr')
      await page.locator('#consentAi').check()
      await page.locator('#consentStart').check()
      await page.getByRole('button', { name: 'Demander ma lecture' }).dblclick()
      await page.waitForURL('**/merci')
      await page.reload()
      expect(await requestsOf(lastName)).toBe(1)
      await page.goBack()
      await page.locator('#firstNames').waitFor()
      await page.goForward()
      await page.getByRole('heading', { level: 1, name: 'Merci' }).waitFor()
      expect(await requestsOf(lastName)).toBe(1)
      expect(takeComplaints()).toEqual([])
      await leave()
    })

    test('on every button of the desk', async () => {
      const id = await book(web, { firstNames: 'Zoé', lastName: 'L’Hermitte-Cœur' })
      const paid = web.simulators.heygen.ledger().length
      const { page, leave, takeComplaints } = await open(way, 'admin')
      const twice = (name: string) => page.getByRole('button', { name }).dblclick()
      await page.goto(`${web.origin}/admin/requests/${id}`)
      await twice('Écrire avec ChatGPT')
      await page.locator('.facts').getByText('ChatGPT a écrit le script').waitFor()
      const elan = page.locator('[name="script.elan"]')
      await elan.fill(`${await elan.inputValue()} Une correction.`)
      await twice('Enregistrer')
      await page.locator('.facts').getByText('Léa Morvan a enregistré').waitFor()
      await twice('Valider le script')
      await twice('Lancer HeyGen')
      await page.locator('video').waitFor()
      expect(await factsOf(id)).toEqual([...drafted, 'ScriptEdited', 'ScriptApproved', ...filmed])
      expect(web.simulators.heygen.ledger().length - paid).toBe(1)
      expect(takeComplaints()).toEqual([])
      await leave()
    })
  },
)

test('an old tab orders no second film, however often it is asked', async () => {
  const id = await approve(web, { firstNames: 'Søren', lastName: 'Weiß' })
  const { page, leave } = await open({ javaScript: false }, 'admin')
  const url = `${web.origin}/admin/requests/${id}`
  await page.goto(url)
  const old = await page.context().newPage()
  await old.goto(url)
  await page.getByRole('button', { name: 'Lancer HeyGen' }).click()
  await page.locator('video').waitFor()

  await old.getByRole('button', { name: 'Lancer HeyGen' }).click()
  expect(await old.locator('h1').innerText()).toBe('Déjà changé')
  await old.goBack()
  await old.locator('video').waitFor()
  await page.goBack()
  await page.locator('video').waitFor()
  expect(await factsOf(id)).toEqual([...drafted, 'ScriptApproved', ...filmed])
  await leave()
})

const drafted = ['BookRequested', 'ScriptRequested', 'ScriptAttempted', 'ScriptGenerated']
const filmed = ['VideoRequested', 'VideoSubmitted', 'VideoReady', 'VideoArchived']
const blank = { accueil: '', portrait: '', elan: '', annee: '', cloture: '' }

async function open(way: { javaScript: boolean }, who?: 'admin' | 'second'): Promise<Visitor> {
  const visitor = await openVisitor(browser, web, way)
  if (who !== undefined) await signIn(visitor, who)
  return visitor
}

const factsOf = async (id: string) => (await web.desk.readHistory(id, null))?.facts.map(({ type }) => type)

async function requestsOf(lastName: string): Promise<number> {
  const query = { filter: null, sort: 'received', direction: 'desc', page: 1 } as const
  return (await web.desk.listRequests({ ...query, search: lastName })).total
}
