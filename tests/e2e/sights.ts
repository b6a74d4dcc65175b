/** Every page of Récit, and how to get to it. */
import type { staff } from '../setup/desk.ts'
import { command, look } from './request.ts'
import type { Stages } from './stages.ts'
import type { Visitor } from './visitor.ts'
import type { Web } from './web.ts'

export type House = { web: Web; stages: Stages }

export type Sight = {
  name: string
  as: keyof typeof staff | null
  h1: string
  /** The answer from 400 on that belongs to it. */
  answer?: RegExp
  show(visitor: Visitor, house: House): Promise<unknown>
}

const customer = 'Votre lecture personnelle, en vidéo'
const nobody = '/admin/requests/3b241101-e2bb-4255-8caf-4136c566a962'

export const sights: Sight[] = [
  { name: 'form', as: null, h1: customer, show: at('/') },
  { name: 'form-errors', as: null, h1: customer, answer: /^422 POST/, show: sendEmptyForm },
  { name: 'thanks', as: null, h1: 'Merci, votre demande est bien arrivée', show: at('/merci') },
  { name: 'login', as: null, h1: 'Se connecter', show: at('/login') },
  { name: 'login-refused', as: null, h1: 'Se connecter', answer: /^422 POST/, show: signInWrong },
  { name: 'queue', as: 'admin', h1: 'File', show: at('/admin') },
  { name: 'queue-filtered', as: 'admin', h1: 'File', show: at('/admin?etat=drafted') },
  { name: 'queue-nothing-found', as: 'admin', h1: 'File', show: at('/admin?q=dupond') },
  request('requested', 'Maëlys Lebœuf'),
  request('writing', 'Aïcha Ben Saïd'),
  request('drafted', 'Jean-Noël D’Aubigné'),
  request('approved', 'Søren Weiß'),
  request('filming', 'Gaël Le Bihan'),
  request('copying', 'Éléonore Maréchal'),
  request('ready', 'Zoé L’Hermitte-Cœur'),
  request('failed', 'Inès Cœurdevey'),
  request('unwritten', 'Noé Çelik'),
  request('declined', 'Wolfeschlegelsteinhausen Bergerdorff'),
  { ...request('drafted', 'Jean-Noël D’Aubigné'), name: 'request-read-only', as: 'auditor' },
  { name: 'conflict', as: 'admin', h1: 'La demande a changé entre-temps', answer: /^409 POST/, show: collide },
  { name: 'journal', as: 'auditor', h1: 'Journal', show: at('/audit') },
  {
    name: 'journal-step',
    as: 'auditor',
    h1: 'Léa Morvan a validé le script',
    show: (visitor, house) => at(`/audit/${house.stages.ready}?v=5`)(visitor),
  },
  { name: 'not-found', as: null, h1: 'Page introuvable', answer: /^404 GET/, show: at('/nulle-part') },
  { name: 'request-not-found', as: 'admin', h1: 'Page introuvable', answer: /^404 GET/, show: at(nobody) },
  { name: 'stale-form', as: null, h1: 'Formulaire périmé', answer: /^403 POST/, show: sendStaleForm },
  { name: 'no-right', as: 'auditor', h1: 'Accès refusé', answer: /^403 POST/, show: overstep },
  // Last: it becomes uncertain only after several tries.
  request('uncertain', 'Linh Nguyễn'),
]

function at(path: string) {
  return ({ page, origin }: Visitor) => page.goto(origin + path)
}

function request(state: keyof Stages, h1: string): Sight {
  const show: Sight['show'] = (visitor, { stages }) => at(`/admin/requests/${stages[state]}`)(visitor)
  return { name: `request-${state}`, as: 'admin', h1, show }
}

async function sendEmptyForm({ page, origin }: Visitor) {
  await page.goto(origin)
  await page.getByRole('button', { name: 'Demander ma lecture' }).click()
  await page.locator('.error-summary').waitFor()
}

async function signInWrong({ page, origin }: Visitor) {
  await page.goto(`${origin}/login`)
  await page.getByLabel('Adresse électronique').fill('personne@recit.exemple')
  await page.getByLabel('Mot de passe').fill('pas celui-là')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.locator('.error-summary').waitFor()
}

/** The visitor's cookie is lost between the page and its answer. */
async function sendStaleForm({ page, origin }: Visitor) {
  await page.goto(origin)
  await page.locator('#firstNames').fill('Zoé')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Demander ma lecture' }).click()
}

/** A form that an auditor is never shown, sent all the same. */
async function overstep({ page, origin }: Visitor, { stages }: House) {
  await page.goto(`${origin}/admin/requests/${stages.drafted}`)
  await page.evaluate(() => {
    const form = document.createElement('form')
    form.method = 'post'
    document.body.append(form)
    form.submit()
  })
  await page.waitForLoadState()
}

/** Hugo saves between the opening of the page and the saving of it. */
async function collide({ page, origin }: Visitor, { web, stages: { drafted } }: House) {
  await page.goto(`${origin}/admin/requests/${drafted}`)
  await page.locator('[name="script.elan"]').fill('Ce que Léa écrit à la place.')
  const { script, version } = await look(web, drafted)
  if (!script) throw new Error('nothing to collide about')
  const theirs = { ...script, cloture: `${script.cloture} Hugo, version ${version}.` }
  const { commandId } = command(web)
  await web.desk.editScript(
    { commandId, actor: web.actors.second },
    { requestId: drafted, script: theirs, seen: { version } },
  )
  await page.getByRole('button', { name: 'Enregistrer' }).click()
}
