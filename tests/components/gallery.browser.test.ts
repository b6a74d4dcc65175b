import { mkdir } from 'node:fs/promises'
import path from 'node:path'

import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser, newPage } from '../setup/browser.ts'
import { gallery } from './gallery.tsx'
import { serveGallery } from './served-gallery.ts'

const screenshots = path.resolve(import.meta.dirname, '../screenshots')
const looks = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const

let browser: Browser
let served: Awaited<ReturnType<typeof serveGallery>>

beforeAll(async () => {
  await mkdir(screenshots, { recursive: true })
  ;[browser, served] = await Promise.all([launchBrowser(), serveGallery()])
})

afterAll(async () => {
  await browser.close()
  await served.close()
})

test('one stylesheet, and only the fonts a French page meets', () => {
  expect(served.assets.filter((name) => name.endsWith('.css'))).toHaveLength(1)
  expect(served.assets.filter((name) => name.endsWith('.woff2'))).toHaveLength(6)
})

describe.each(Object.keys(gallery))('page %s', (name) => {
  test.each(looks)('at $width px, $colorScheme: axe finds nothing, nothing scrolls sideways', async (look) => {
    await open({ name, ...look }, async (page, complaints) => {
      await page.screenshot({
        path: path.join(screenshots, `${name}-${look.width}-${look.colorScheme}.png`),
        fullPage: true,
      })
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
      expect(await violations(page)).toEqual([])
      expect(complaints).toEqual([])
    })
  })

  test('every control is tall enough to touch, every focus is seen', async () => {
    await open({ name, width: 1280, colorScheme: 'light' }, async (page) => {
      expect(await smallTargets(page)).toEqual([])
      expect(await unseenFocus(page)).toEqual([])
    })
  })
})

type Look = { name: string; width: number; colorScheme: 'light' | 'dark' }

async function open({ name, ...look }: Look, look_at: (page: Page, complaints: string[]) => Promise<void>) {
  const page = await newPage(browser, { javaScript: true, ...look })
  const complaints: string[] = []
  page.on('console', (message) => {
    // The film of the sample does not exist; everything else a browser complains about is ours.
    if (message.type() === 'error' && !message.location().url.includes('/media/')) complaints.push(message.text())
  })
  await page.goto(`${served.origin}/${name}`)
  await page.evaluate('document.fonts.ready.then(() => true)')
  await look_at(page, complaints)
  await page.context().close()
}

async function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  )
}

const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, summary')]
      // Links inside sentences are excepted (WCAG 2.5.8), and so is the skip link while it is away.
      .filter((element) => !element.matches('p a, .error-summary a, .skip'))
      .filter((element) => {
        const box = element.getBoundingClientRect()
        return box.height < 24 || box.width < 24
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )

const unseenFocus = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, input:not([type=hidden]), textarea, summary')]
      .filter((element) => {
        element.focus({ focusVisible: true } as FocusOptions)
        const ring = getComputedStyle(element)
        const frame = getComputedStyle(element.closest('.script-section') ?? element)
        return document.activeElement === element && ring.outlineWidth !== '3px' && frame.boxShadow === 'none'
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
