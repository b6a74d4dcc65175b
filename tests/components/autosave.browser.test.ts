/** What is typed reaches the server while it is typed; what does not reach it stays in the tab, and nobody is deceived. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
import { bundleStage, openStage, savedAt, type Said, type Stage } from './stage.ts'

let browser: Browser
let bundle: string
let stage: Stage

beforeAll(async () => {
  ;[browser, bundle] = await Promise.all([launchBrowser(), bundleStage()])
})

afterAll(async () => {
  await browser.close()
})

beforeEach(async () => {
  stage = await openStage(browser, bundle)
  return () => stage.page.context().close()
})

const accueil = () => stage.page.locator('[name="script.accueil"]')
const line = () => stage.page.locator('p[role="status"]').innerText()
const says = async (words: string) => {
  await stage.page.locator('p[role="status"]', { hasText: words }).waitFor()
}
const copies = () => stage.page.evaluate(() => Object.keys(sessionStorage))
const typed = () => stage.sent.map((fields) => fields['script.accueil'])
const rest = () => stage.page.waitForTimeout(2_400)

test('after a rest, with what was seen and the token; once, and not at each key', async () => {
  await accueil().pressSequentially(' Encore un mot.')
  await says('Corrections non enregistrées.')
  expect(await copies()).toEqual(['recit.draft.r1'])
  await says('Brouillon enregistré à 14')
  expect(stage.sent).toEqual([
    {
      ...{ csrf: 'token', commandId: 'command', version: '1', textHash: '' },
      ...{ 'script.portrait': '', 'script.elan': '', 'script.annee': '', 'script.cloture': '' },
      'script.accueil': expect.stringContaining('Encore un mot.') as string,
    },
  ])
  expect(await copies()).toEqual([])
})

test('at once when the tab is left', async () => {
  await accueil().fill('Je ferme.')
  await stage.page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
  await expect.poll(typed).toEqual(['Je ferme.'])
})

test('a text put back as it was lets go of the draft', async () => {
  await accueil().fill('Autre chose.')
  await says('Brouillon enregistré')
  await accueil().fill('Bonjour.')
  await expect.poll(typed, { timeout: 4_000 }).toEqual(['Autre chose.', 'Bonjour.'])
})

test('a save of the form leaves nothing to save by itself', async () => {
  await accueil().fill('Pour de bon.')
  await stage.page.getByRole('button', { name: 'Enregistrer' }).click()
  await rest()
  expect([stage.sent, await copies()]).toEqual([[], []])
})

test('what is given up is given up: in the field, in the tab, and not sent again', async () => {
  await accueil().fill('À oublier.')
  await says('Brouillon enregistré')
  await stage.page.getByRole('button', { name: 'Revenir' }).click()
  await expect.poll(() => accueil().inputValue()).toBe('Bonjour.')
  await rest()
  expect([typed(), await copies()]).toEqual([['À oublier.'], []])
})

test('who goes on without their words has them let go by the server too', async () => {
  await accueil().fill('Sans moi.')
  await stage.page.locator('#forsake').click()
  await expect.poll(() => stage.sent.at(-1)?.['intent']).toBe('discardDraft')
  await rest()
  expect(typed()).toEqual([undefined])
})

describe('without a line', () => {
  test('it says so, keeps the text through a reload, and sends it when the line is back', async () => {
    stage.answer(null)
    await accueil().fill('Tapé dans le train.')
    await says('Hors ligne')
    expect(await copies()).toEqual(['recit.draft.r1'])
    await stage.reload()
    await expect.poll(() => accueil().inputValue()).toBe('Tapé dans le train.')
    await says('Hors ligne')
    stage.answer({ status: 200, json: { tag: 'saved', savedAt, findings: [] } })
    await stage.page.evaluate(() => window.dispatchEvent(new Event('online')))
    await says('Brouillon enregistré')
    expect(await copies()).toEqual([])
  })
})

describe('an answer that is no save', () => {
  const json = (status: number, body: object): Said => ({ status, json: body })
  test.each([
    ['the session has ended', json(401, { tag: 'signedOut' }), 'Votre session est terminée', true],
    ['somebody was faster', json(409, { tag: 'conflict', by: 'Léa' }), 'Léa a changé ce texte entre-temps', false],
    ['locked', json(409, { tag: 'refused', sentence: 'ChatGPT écrit.' }), 'est gardé. ChatGPT écrit.', false],
    ['too long', json(422, { tag: 'invalid' }), 'Ce texte est trop long', true],
    ['gone', json(404, { tag: 'unknown' }), 'Cette demande n’existe plus', true],
  ])('%s', async (_, said, words, inTab) => {
    stage.answer(said)
    await accueil().fill('Mes mots.')
    await says(words)
    expect(await copies()).toEqual(inTab ? ['recit.draft.r1'] : [])
    expect(await accueil().inputValue()).toBe('Mes mots.')
  })

  /** As the gate says no to a `fetch`, which takes anything: in JSON, with a tag that is not the door's. */
  const ofTheGate = (status: number) =>
    json(status, { tag: 'refusal', status, title: 'Non', text: 'Non.', stale: null })

  test('a token that no longer holds: a fresh one is asked for, and the text goes out again with it', async () => {
    stage.answer(ofTheGate(403), { status: 200, json: { tag: 'saved', savedAt, findings: [] } })
    await accueil().fill('Mes mots.')
    await says('Brouillon enregistré')
    expect(stage.sent.map(({ csrf }) => csrf)).toEqual(['token', 'token 2'])
    expect(await copies()).toEqual([])
  })

  test('a fresh token that does not hold either: it is said, and nothing is lost', async () => {
    stage.answer(ofTheGate(403))
    await accueil().fill('Mes mots.')
    await says('Le site refuse ce brouillon')
    expect(stage.sent.map(({ csrf }) => csrf)).toEqual(['token', 'token 2'])
    expect([await copies(), await accueil().inputValue()]).toEqual([['recit.draft.r1'], 'Mes mots.'])
  })

  test.each([
    ['a refusal of the gate', ofTheGate(503)],
    ['an answer that nobody knows', json(200, { tag: 'done' })],
    ['no object at all', json(200, [])],
  ])('%s: the house is away', async (_, said) => {
    stage.answer(said)
    await accueil().fill('Mes mots.')
    await says('Le site ne répond pas')
    expect(await copies()).toEqual(['recit.draft.r1'])
  })

  test('a page instead of an answer: the house is away', async () => {
    await stage.page.unroute('http://stage.test/admin/**')
    await stage.page.route('http://stage.test/admin/**', (route) =>
      route.fulfill({ status: 502, body: '<h1>non</h1>' }),
    )
    await accueil().fill('Mes mots.')
    await says('Le site ne répond pas')
    expect(await line()).toContain('votre texte est gardé dans ce navigateur')
  })
})

describe('another tab of the same person', () => {
  /** The page is told what the server holds now. */
  const told = (held: { accueil: string } | null) =>
    stage.page.evaluate(
      ([held, savedAt]) => {
        const script = { accueil: '', portrait: '', elan: '', annee: '', cloture: '', ...held }
        const detail = held === null ? null : { version: 1, textHash: null, script, savedAt }
        window.dispatchEvent(new CustomEvent('told', { detail }))
      },
      [held, savedAt] as const,
    )

  test.each([
    ['let go of the draft', null],
    ['laid down another', { accueil: 'D’un autre onglet.' }],
  ])('%s: what was typed here counts as unsaved, and is saved again', async (_, held) => {
    await accueil().fill('Mes mots.')
    await says('Brouillon enregistré')
    await told({ accueil: 'Mes mots.' })
    await rest()
    expect(typed()).toEqual(['Mes mots.'])
    await told(held)
    await says('Corrections non enregistrées.')
    expect(await copies()).toEqual(['recit.draft.r1'])
    await says('Brouillon enregistré')
    expect([typed(), await copies()]).toEqual([['Mes mots.', 'Mes mots.'], []])
  })

  test('writes on while nothing is typed here: this tab leaves that alone', async () => {
    await told({ accueil: 'D’un autre onglet.' })
    await rest()
    expect([typed(), await accueil().inputValue()]).toEqual([[], 'Bonjour.'])
  })
})

describe('remarks of the linter', () => {
  const finding = {
    ...{ rule: 'digits', severity: 'warn', section: 'accueil', start: 3, end: 5, excerpt: '11' },
    sentence: 'Un nombre est écrit en chiffres.',
    fix: { label: 'Écrire en lettres', start: 3, end: 5, replacement: 'onze' },
  }
  const found = async () => {
    stage.answer({ status: 200, json: { tag: 'saved', savedAt, findings: [finding] } })
    await accueil().fill('Le 11.')
    await stage.page.getByText('1 conseil.').waitFor()
  }

  test('lead to their place', async () => {
    await found()
    await stage.page.getByRole('button', { name: 'Aller au passage' }).click()
    const chosen = accueil().evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    )
    expect(await chosen).toBe('11')
  })

  test('are mended in the field, looked at again at once, and undone by the keyboard', async () => {
    await found()
    stage.answer({ status: 200, json: { tag: 'saved', savedAt, findings: [] } })
    await stage.page.getByRole('button', { name: 'Écrire en lettres' }).click()
    expect(await accueil().inputValue()).toBe('Le onze.')
    await stage.page.locator('.remark').waitFor({ state: 'detached', timeout: 1_500 })
    expect(typed()).toEqual(['Le 11.', 'Le onze.'])
    await stage.page.keyboard.press('Control+z')
    expect(await accueil().inputValue()).toBe('Le 11.')
  })

  test('are marked while one types, and mend nothing that has moved', async () => {
    await found()
    await accueil().press('Home')
    await accueil().pressSequentially('Ah. ')
    await stage.page.locator('.remark[data-outdated]', { hasText: 'à revoir' }).waitFor()
    await stage.page.getByRole('button', { name: 'Écrire en lettres' }).click()
    expect(await accueil().inputValue()).toBe('Ah. Le 11.')
  })
})
