/** Why texts were of no use, and which rules they broke. */
import { failureSentence } from '#app/components/failure-sentence.ts'
import { fr } from '#app/components/typography.ts'
import { rules } from '#events/lint/rules.ts'

import { isAccepted } from './figures.ts'
import { html, type Html } from './html.ts'
import type { NamedRun } from './charts.ts'
import type { Result } from './run.ts'

/** One line for each reason; null where every text was accepted. */
export function lossesTable(runs: readonly NamedRun[]): Html | null {
  const lost = (result: Result) => (isAccepted(result) ? [] : [reasonOf(result)])
  return countTable(runs, lost, 'Raison')
}

/** One line for each rule, with the scripts in which it was broken. */
export function rulesTable(runs: readonly NamedRun[]): Html | null {
  const brokenBy = ({ findings }: Result) => {
    const broken = new Map(findings.map((finding) => [finding.rule, finding]))
    return [...broken.values()].map(({ rule, severity, sentence }) => ({
      code: rule,
      sentence: known.get(rule)?.sentence ?? sentence,
      tone: severity === 'block' ? 'red' : 'yellow',
    }))
  }
  return countTable(runs, brokenBy, 'Règle')
}

/** In general; a finding may say more of its text. */
const known: ReadonlyMap<string, { sentence: string }> = new Map(Object.entries(rules))

type Cause = { code: string; sentence: string; tone?: string }

function reasonOf({ outcome, code, refusedBy, mayHaveCost, findings }: Result): Cause {
  const rule = findings.find((finding) => finding.rule === refusedBy)
  if (rule) return { code: `check_${rule.rule}`, sentence: fr`Le bureau ne garde pas ce texte. ${rule.sentence}` }
  const why = code ?? outcome
  return { code: why, sentence: failureSentence({ code: why, mayHaveCost, fact: 'ScriptFailed' }).happened }
}

function countTable(runs: readonly NamedRun[], causes: (result: Result) => Cause[], title: string): Html | null {
  const counts = runs.map(({ run }) => Map.groupBy(run.results.flatMap(causes), ({ code }) => code))
  const last = counts.at(-1)
  const all = new Map(counts.flatMap((byCode) => [...byCode].map(([code, [cause]]) => [code, cause] as const)))
  if (all.size === 0) return null
  const lines = [...all.values()]
    .filter((cause) => cause !== undefined)
    .toSorted((a, b) => (last?.get(b.code)?.length ?? 0) - (last?.get(a.code)?.length ?? 0))
  return html`<table class="counts">
    <thead>
      <tr>
        <th scope="col">${title}</th>
        ${runs.map(({ name }) => html`<th scope="col">${runs.length > 1 ? name : 'Scripts'}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        (cause) =>
          html`<tr>
            <th scope="row" data-tone="${cause.tone ?? 'grey'}">
              <code>${cause.code}</code><small>${cause.sentence}</small>
            </th>
            ${counts.map((byCode) => html`<td>${byCode.get(cause.code)?.length ?? 0}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}
