/** Somebody in front of a browser of their own, and everything the browser complained about. */
import type { Browser, Page } from 'playwright-core'

import { staff } from '../setup/desk.ts'
import { newPage, type PageOptions } from '../setup/browser.ts'
import type { Web } from './web.ts'

export type Visitor = {
  page: Page
  javaScript: boolean
  origin: string
  /**
   * Answers from 400 on (`422 POST /`), requests that failed, errors on the console, breaches of the CSP. Taking them
   * empties the list.
   */
  takeComplaints(): string[]
  leave(): Promise<void>
}

export async function openVisitor(browser: Browser, { origin }: Web, options: PageOptions): Promise<Visitor> {
  const page = await newPage(browser, options)
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  listen(page, options.javaScript, complaints)
  return {
    page,
    origin,
    javaScript: options.javaScript,
    takeComplaints: () => complaints.splice(0),
    leave: () => page.context().close(),
  }
}

export async function signIn({ page, origin }: Visitor, who: keyof typeof staff): Promise<void> {
  const { email, password } = staff[who]
  await page.goto(`${origin}/login`)
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.waitForURL(`${origin}/admin`)
}

export const heading = ({ page }: Visitor) => page.locator('h1').innerText()

function listen(page: Page, javaScript: boolean, complaints: string[]): void {
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.request().method()} ${pathname}`)
  })
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // A page that is left cancels what it still asked for; a browser without JavaScript says « csp » of every script.
    const usual = why === 'net::ERR_ABORTED' || (!javaScript && request.url().endsWith('.js'))
    if (!usual) complaints.push(`${why} ${request.url()}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // « Failed to load resource » is an answer from 400 on, which is listed already.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
}
