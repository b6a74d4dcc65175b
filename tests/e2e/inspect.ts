/** What no page of Récit may have, looked at in a real browser. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

import { newPage } from '../setup/browser.ts'
import type { Visitor } from './visitor.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everything that axe finds on the page as it stands; empty when all is well. */
export async function violations({ page, javaScript }: Visitor): Promise<string[]> {
  return javaScript ? analyse(page) : onCopy(page, analyse)
}

/** Pixels by which the page is wider than its window. */
export const sidewaysScroll = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** `style=` attributes, which the CSP would drop. React sets styles through the DOM, so the served HTML is what counts. */
export const styleAttributes = (html: string) => html.match(/<[^>]+\sstyle\s*=[^>]*>/gi) ?? []

async function analyse(page: Page): Promise<string[]> {
  // « Legacy » is for pages without frames of other sites, as ours are: it spares a page of its own for each report.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(tags).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  )
}

/** axe is a script, and waits for timers: where a page runs none, it looks at the same markup in a page that may. */
async function onCopy<Result>(page: Page, look: (copy: Page) => Promise<Result>): Promise<Result> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('a page without a browser')
  const { width } = page.viewportSize() ?? { width: 1280 }
  const copy = await newPage(browser, { javaScript: true, width })
  const body = await page.content()
  await copy.route(page.url(), (route) =>
    route.fulfill({ body, contentType: 'text/html', headers: { 'content-security-policy': "script-src 'none'" } }),
  )
  try {
    await copy.goto(page.url())
    return await look(copy)
  } finally {
    await copy.context().close()
  }
}
