import { AxeBuilder } from '@axe-core/playwright'
import { test, expect } from 'vitest'
import { launchBrowser, newPage } from '../setup/browser.ts'
import { startWeb } from './web.ts'
test('proto', async () => {
  const t0 = performance.now()
  const lap = (s: string) => console.log(s, Math.round(performance.now() - t0))
  const web = await startWeb(); lap('web ' + web.origin)
  const browser = await launchBrowser(); lap('browser')
  const page = await newPage(browser, { javaScript: false })
  page.on('console', (m) => console.log('CONSOLE', m.type(), m.text()))
  await page.goto(web.origin + '/'); lap('goto')
  console.log(await page.locator('h1').textContent())
  const { violations } = await new AxeBuilder({ page }).analyze(); lap('axe')
  console.log(violations.map((v) => v.id))
  await page.screenshot({ path: '/tmp/p1.png', fullPage: true }); lap('shot')
  await page.setViewportSize({ width: 320, height: 900 }); await page.emulateMedia({ colorScheme: 'dark' }); lap('resize')
  console.log((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)); lap('axe2')
  await page.screenshot({ path: '/tmp/p2.png', fullPage: true }); lap('shot')
  const js = await newPage(browser, { javaScript: true })
  js.on('console', (m) => console.log('CONSOLE', m.type(), m.text()))
  await js.goto(web.origin + '/'); lap('goto js')
  console.log((await new AxeBuilder({ page: js }).analyze()).violations.map((v) => v.id)); lap('axe2')
  await js.screenshot({ path: '/tmp/p3.png', fullPage: true }); lap('shot')
  const v = await js.evaluate(() => { const v = document.createElement('video'); return [v.canPlayType('video/mp4; codecs="avc1.42E01E"'), v.canPlayType('video/webm; codecs="vp9"')] })
  console.log('codec', v)
  await browser.close(); lap('closed')
  console.log('exit', await web.stop()); lap('stopped')
})
