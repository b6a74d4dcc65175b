/** What was measured, with what, and what it cost; and where two runs are not as comparable as they look. */
import { longDateTime } from '#app/components/dates.ts'
import { counted, fr } from '#app/components/typography.ts'

import type { NamedRun } from './charts.ts'
import { billOf } from './figures.ts'
import { html, type Html } from './html.ts'
import { smallDollars } from './report-words.ts'
import type { Run } from './run.ts'

export function headTable(runs: readonly NamedRun[]): Html {
  return html`<table class="head">
    ${
      runs.length > 1
        ? html`<thead>
            <tr>
              <td></td>
              ${runs.map(({ name }) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>`
        : null
    }
    <tbody>
      ${lines.map(
        ([label, read]) =>
          html`<tr>
            <th scope="row">${label}</th>
            ${runs.map(({ run }) => html`<td>${read(run)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

const lines: readonly [label: string, read: (run: Run) => string][] = [
  ['Passage', ({ startedAt }) => longDateTime(startedAt)],
  ['Modèle', modelOf],
  ['Adresse', ({ host, simulated }) => (simulated ? 'simulateur' : host)],
  [
    'Version des consignes',
    ({ promptVersion, instructionsHash }) => `${promptVersion} (${instructionsHash.slice(0, 12)})`,
  ],
  ['Calcul des nombres', ({ engineVersion }) => `version ${engineVersion}`],
  ['Contrôle des textes', ({ linterVersion }) => `version ${linterVersion}`],
  ['Scripts', scriptsOf],
  ['Coût total', totalOf],
]

function modelOf({ model, results }: Run): string {
  const others = [...new Set(results.flatMap((result) => result.model ?? []))].filter((answered) => answered !== model)
  return others.length === 0 ? model : fr`${model}, a répondu : ${others.join(', ')}`
}

function scriptsOf({ n, results, cutOff }: Run): string {
  if (results.length === n) return String(n)
  return fr`${results.length} sur ${n}, interrompu${cutOff > 0 ? ` (${counted(cutOff, 'appel coupé', 'appels coupés')})` : ''}`
}

function totalOf(run: Run): string {
  const { costMicroUsd, untold } = billOf(run)
  const unknown = untold + run.cutOff
  const rest = unknown === 0 ? '' : fr`, et ${counted(unknown, 'appel', 'appels')} dont le prix n’est pas connu`
  return `${smallDollars(costMicroUsd)}${run.simulated ? ' (fictif)' : ''}${rest}`
}

/** Sentences of warning; none where nothing has to be said. */
export function cautions(now: Run, before: Run | null): string[] {
  const simulated = 'Ces textes viennent du simulateur. Ils ne disent rien d’un modèle, ni d’un coût, ni d’une attente.'
  return [...(now.simulated ? [simulated] : []), ...(before ? comparability(before, now) : [])]
}

function comparability(before: Run, now: Run): string[] {
  const sameVersion = before.promptVersion === now.promptVersion
  const people = ({ results }: Run) => results.map(({ person, round }) => `${person}-${round}`).join()
  return [
    ...(sameVersion && before.instructionsHash !== now.instructionsHash
      ? ['Les consignes ont changé sous une même version. Donnez-leur une nouvelle version.']
      : []),
    ...(before.linterVersion === now.linterVersion ? [] : ['Le contrôle des textes a changé entre les deux passages.']),
    ...(people(before) === people(now) ? [] : ['Les deux passages ne portent pas sur les mêmes personnes.']),
    ...(before.simulated && !now.simulated ? ['Le premier passage vient du simulateur.'] : []),
  ]
}
