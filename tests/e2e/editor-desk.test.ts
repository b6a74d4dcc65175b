/** The editor's desk: what the linter says, corrections, orders, a text that is being written. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
import { arrive, button, elanOf, openEditor, who } from './editing.ts'
import { book, look, order, until } from './request.ts'
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

const digits = 'Vous avez 11 raisons de sourire.'

describe('a remark', () => {
  test('is mended by its button, with JavaScript in the field', async () => {
    const { id, page, elan, leave, takeComplaints } = await openEditor(browser, web, { elan: digits })
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
    const { id, page, elan, leave } = await openEditor(browser, web, { elan: digits, javaScript: false })
    const remark = page.locator('.remark', { hasText: 'écrit en chiffres' })
    expect(await remark.getByRole('button', { name: 'Aller au passage' }).count()).toBe(0)
    await remark.getByRole('button', { name: 'lettres' }).click()
    expect(await elan.inputValue()).toBe('Vous avez onze raisons de sourire.')
    expect((await look(web, id)).script?.elan).toBe('Vous avez onze raisons de sourire.')
    await page.locator('.facts').getByText('a corrigé le script d’après une remarque').waitFor()
    await leave()
  })

  test('that blocks is overridden for a reason only', async () => {
    const { id, page, leave } = await openEditor(browser, web, {
      elan: 'Vous allez guérir de votre cancer.',
      javaScript: false,
    })
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
  const { id, page, leave } = await openEditor(browser, web, { elan: digits, javaScript: false })
  await button(page, 'Valider le script').click()
  expect((await look(web, id)).status).toBe('approved')
  await page.getByText('Demander une correction', { exact: true }).first().click()
  await button(page, 'Demander une correction').click()
  await page.locator('.error-summary').getByText('au moins un commentaire').waitFor()
  await page.locator('[id="comment.elan"]').fill('Plus doux.')
  await button(page, 'Demander une correction').click()
  const section = page.locator('.script-section', { has: elanOf(page) })
  await section.getByText('Plus doux.').waitFor()
  await page.getByText(/^La validation de Léa Morvan du .* est annulée/).waitFor()
  expect(await look(web, id)).toMatchObject({ status: 'drafted', correction: { comments: { elan: 'Plus doux.' } } })
  await leave()
})

test('one section is ordered anew, from the memories that were ticked', async () => {
  const { id, page, leave } = await openEditor(browser, web, { javaScript: false })
  await page.getByLabel('Ce qui est à réécrire').selectOption('elan')
  await page.locator('[name="use.childhood"]').check()
  await page.locator('[name="use.question"]').uncheck()
  await button(page, 'Écrire avec ChatGPT').click()
  await page.locator('.facts').getByText('de réécrire l’élan').waitFor()
  const asked = (await web.desk.findRequest(id, web.actors.admin))?.facts.findLast(
    ({ type }) => type === 'ScriptRequested',
  )
  expect(asked?.data).toMatchObject({ sections: ['elan'], memoryKinds: ['childhood'] })
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
