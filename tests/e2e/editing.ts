/** Léa before the editor of a drafted script. */
import { randomUUID } from 'node:crypto'

import type { Browser, Locator, Page } from 'playwright-core'

import { draft, look } from './request.ts'
import { openVisitor, signIn, type Visitor } from './visitor.ts'
import type { Web } from './web.ts'

export const who = { firstNames: 'Maëlys', lastName: 'Lebœuf' }

export type Editing = Visitor & { id: string; elan: Locator }

/** `elan`: what stands in that section. */
export async function openEditor(
  browser: Browser,
  web: Web,
  { javaScript = true, elan }: { javaScript?: boolean; elan?: string } = {},
): Promise<Editing> {
  const id = await draft(web, who)
  if (elan !== undefined) await writeElan(web, id, elan)
  const visitor = await openVisitor(browser, web, { javaScript })
  await signIn(visitor, 'admin')
  await arrive(visitor, id)
  return { ...visitor, id, elan: elanOf(visitor.page) }
}

export async function arrive({ page, origin, javaScript }: Visitor, id: string): Promise<void> {
  await page.goto(`${origin}/admin/requests/${id}`)
  if (javaScript) await page.waitForLoadState('networkidle')
}

export const elanOf = (page: Page): Locator => page.locator('textarea[name="script.elan"]')
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

/** What the server keeps of Léa’s. */
export const serverDraft = async (web: Web, id: string) =>
  (await web.desk.findRequest(id, web.actors.admin))?.draft ?? null

async function writeElan(web: Web, id: string, elan: string): Promise<void> {
  const { version, script } = await look(web, id)
  if (script === null) throw new Error('no script')
  const command = { commandId: randomUUID(), actor: web.actors.admin }
  await web.desk.editScript(command, { requestId: id, script: { ...script, elan }, seen: { version } })
}
