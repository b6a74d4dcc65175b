/** Every page, wide and narrow, by day and by night: nothing for axe, nothing sideways, nothing on the console. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'

import type { Browser, Cookie } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '../setup/browser.ts'
import { sidewaysScroll, styleAttributes, violations } from './inspect.ts'
import { until } from './request.ts'
import { sights, type Sight } from './sights.ts'
import { setStages, type Stages } from './stages.ts'
import { openVisitor, signIn, type Visitor } from './visitor.ts'
import { startWeb, type Web } from './web.ts'

const folder = path.resolve(import.meta.dirname, '../screenshots/pages')
const looks = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
] as const

let web: Web
let stages: Stages
let browser: Browser
/** Each role signs in once. */
const cookies = new Map<Sight['as'], Cookie[]>()

beforeAll(async () => {
  ;[web, browser] = await Promise.all([startWeb(), launchBrowser(), mkdir(folder, { recursive: true })])
  stages = await setStages(web)
  for (const who of ['admin', 'auditor'] as const) {
    const visitor = await openVisitor(browser, web, { javaScript: false })
    await signIn(visitor, who)
    cookies.set(who, await visitor.page.context().cookies())
    await visitor.leave()
  }
})

afterAll(async () => {
  await browser.close()
  expect(await web.stop()).toBe(0)
})

describe.each(sights)('$name', (sight) => {
  test('with JavaScript, in every look', async () => {
    const visitor = await see(sight, true)
    for (const look of looks) {
      await visitor.page.setViewportSize({ width: look.width, height: 900 })
      await visitor.page.emulateMedia({ colorScheme: look.colorScheme })
      await photograph(visitor, `${sight.name}-${look.width}-${look.colorScheme}`)
      expect(await violations(visitor), JSON.stringify(look)).toEqual([])
      expect(await sidewaysScroll(visitor), JSON.stringify(look)).toBeLessThanOrEqual(0)
    }
    expect(visitor.takeComplaints().filter(isOfPage)).toEqual(expected(sight))
    await visitor.leave()
  })

  test('without JavaScript', async () => {
    const visitor = await see(sight, false)
    expect(styleAttributes(await visitor.page.content())).toEqual([])
    expect(await violations(visitor)).toEqual([])
    await visitor.page.setViewportSize({ width: 320, height: 900 })
    expect(await sidewaysScroll(visitor)).toBeLessThanOrEqual(0)
    expect(visitor.takeComplaints().filter(isOfPage)).toEqual(expected(sight))
    await visitor.leave()
  })
})

describe('the keyboard', () => {
  test('the first stop leads past everything, to the content', async () => {
    const { page } = await visitorFor('admin', true)
    await page.goto(`${web.origin}/admin`)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Aller au contenu' })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu')
  })

  test('every stop on a request is seen, and not hidden by the buttons that stick', async () => {
    const { page } = await visitorFor('admin', true)
    // What glides into view is not there yet when the key is up.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`${web.origin}/admin/requests/${stages.drafted}`)
    const stops = await page.locator('a, button, summary, textarea, input:not([type=hidden])').count()
    const seen: string[] = []
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press('Tab')
      seen.push(await page.evaluate(focusIsSeen))
    }
    expect(seen.filter((one) => one === 'seen').length).toBeGreaterThan(15)
    expect(seen.filter((one) => one !== 'seen' && one !== 'nowhere')).toEqual([])
  })

  test('after a refusal the summary has the focus, and its links lead to the fields', async () => {
    const { page } = await see(sightNamed('form-errors'), true)
    expect(await page.locator('.error-summary:focus').count()).toBe(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('firstNames')
  })
})

/** Brings a visitor before the page. Its heading comes first: axe finds nothing wrong with a page that is not there. */
async function see(sight: Sight, javaScript: boolean): Promise<Visitor> {
  if (sight.name === 'request-uncertain') {
    await until(web, stages.uncertain, ({ status }) => status === 'uncertain')
  }
  const visitor = await visitorFor(sight.as, javaScript)
  await sight.show(visitor, { web, stages })
  await visitor.page.getByRole('heading', { level: 1, name: sight.h1, exact: true }).waitFor()
  expect(await visitor.page.locator('h1').count()).toBe(1)
  return visitor
}

/** In a window as tall as the page: what sticks to the window would else stand in the middle of the picture. */
async function photograph({ page }: Visitor, name: string): Promise<void> {
  const window = page.viewportSize() ?? { width: 1280, height: 900 }
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: window.width, height: Math.max(height, window.height) })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  await page.setViewportSize(window)
}

async function visitorFor(who: Sight['as'], javaScript: boolean): Promise<Visitor> {
  const visitor = await openVisitor(browser, web, { javaScript })
  await visitor.page.context().addCookies(cookies.get(who) ?? [])
  return visitor
}

/** A page stays open while it is looked at: what is typed in it is saved as a draft, which may be told of the conflict too. */
const isOfPage = (complaint: string) => !/^409 POST \S+\/draft$/.test(complaint)

const expected = ({ answer }: Sight) => (answer === undefined ? [] : [expect.stringMatching(answer)])

function sightNamed(name: string): Sight {
  const sight = sights.find((one) => one.name === name)
  if (!sight) throw new Error(`no sight ${name}`)
  return sight
}

/** Runs in the page: whether the focus has a mark, and stands where a person can see it. */
function focusIsSeen(): string {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'nowhere'
  const name = focused.outerHTML.slice(0, 120)
  const mark = getComputedStyle(focused)
  const frame = getComputedStyle(focused.closest('.script-section') ?? focused)
  if (parseFloat(mark.outlineWidth) < 2 && frame.boxShadow === 'none') return `no mark: ${name}`
  const { left, top, bottom, width } = focused.getBoundingClientRect()
  const [first, last] = [Math.max(top, 0), Math.min(bottom, innerHeight)]
  const shows = [0.1, 0.3, 0.5, 0.7, 0.9].some((share) => {
    const there = document.elementFromPoint(left + Math.min(width / 2, 20), first + (last - first) * share)
    return there !== null && (focused.contains(there) || there.contains(focused))
  })
  return shows ? 'seen' : `hidden: ${name}`
}
