/** The table of key figures, of one run or of two side by side. */
import { duration } from '#app/components/dates.ts'
import { fr } from '#app/components/typography.ts'

import type { Figures } from './figures.ts'
import { html, type Html } from './html.ts'
import * as words from './report-words.ts'
import { differenceInterval, wilson, type Share } from './statistics.ts'

type KeysOf<Value> = { [Key in keyof Figures]: Figures[Key] extends Value ? Key : never }[keyof Figures]
type Row = { label: string; note: string } & (
  { share: KeysOf<Share> } | { number: KeysOf<number | null>; shown: (value: number) => string }
)

const rows: readonly Row[] = [
  { share: 'answered', label: 'Appels aboutis', note: fr`ChatGPT a répondu, bien ou mal ; le reste tient à la ligne.` },
  { share: 'accepted', label: 'Textes acceptés', note: fr`Parmi les appels aboutis : le bureau les garderait.` },
  {
    share: 'spotless',
    label: 'Textes sans point bloquant',
    note: fr`Parmi les appels aboutis : à valider tels quels.`,
  },
  { number: 'blockingFindings', shown: words.decimal, label: 'Points bloquants', note: fr`Par script, en moyenne.` },
  { number: 'otherFindings', shown: words.decimal, label: 'Conseils', note: fr`Par script, en moyenne.` },
  { share: 'wordsInRange', label: 'Mots dans la cible', note: fr`Parmi les scripts écrits.` },
  { number: 'words', shown: words.whole, label: 'Mots', note: fr`Médiane.` },
  { share: 'secondsInRange', label: 'Durée dans la cible', note: fr`Parmi les scripts écrits, durée estimée.` },
  { number: 'seconds', shown: duration, label: 'Durée estimée', note: fr`Médiane.` },
  { number: 'costMicroUsd', shown: words.smallDollars, label: 'Coût d’un appel', note: fr`Médiane, échecs compris.` },
  { number: 'outputTokens', shown: words.whole, label: 'Jetons de sortie', note: fr`Médiane, réflexion comprise.` },
  { number: 'firstTextMs', shown: words.secondsOf, label: 'Premiers mots', note: fr`Médiane des appels aboutis.` },
  { number: 'totalMs', shown: words.secondsOf, label: 'Texte entier', note: fr`Médiane des appels aboutis.` },
  { number: 'slowestMs', shown: words.secondsOf, label: 'Texte entier, les plus lents', note: fr`95e centile.` },
]

export function figuresTable(now: Figures): Html {
  return html`<table class="figures">
    <thead>
      <tr>
        <th scope="col">Mesure</th>
        <th scope="col">Valeur</th>
        <th scope="col">${fr`Intervalle à 95 %`}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${labelCell(row)}
            <td class="value">${valueOf(row, now)}${countOf(row, now)}</td>
            <td>${'share' in row ? words.intervalOf(wilson(now[row.share])) : ''}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

export function comparisonTable(before: Figures, now: Figures): Html {
  return html`<table class="figures">
    <thead>
      <tr>
        <th scope="col">Mesure</th>
        <th scope="col">Avant</th>
        <th scope="col">Maintenant</th>
        <th scope="col">Différence</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${labelCell(row)}
            <td class="value">${valueOf(row, before)}${countOf(row, before)}${intervalLine(row, before)}</td>
            <td class="value">${valueOf(row, now)}${countOf(row, now)}${intervalLine(row, now)}</td>
            <td>${differenceOf(row, before, now)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

const labelCell = ({ label, note }: Row): Html => html`<th scope="row">${label}<small>${note}</small></th>`

function valueOf(row: Row, figures: Figures): string {
  if ('share' in row) return words.shareOf(figures[row.share])
  const value = figures[row.number]
  return value === null ? words.none : row.shown(value)
}

function countOf(row: Row, figures: Figures): Html | null {
  if (!('share' in row)) return null
  const { count, of } = figures[row.share]
  return html` <small>${count} sur ${of}</small>`
}

function intervalLine(row: Row, figures: Figures): Html | null {
  return 'share' in row ? html`<small>${words.intervalOf(wilson(figures[row.share]))}</small>` : null
}

/** Strong where the interval leaves out « no difference ». */
function differenceOf(row: Row, before: Figures, now: Figures): Html | string {
  if (!('share' in row)) {
    const [was, is] = [before[row.number], now[row.number]]
    return was === null || is === null ? words.none : words.signed(is - was, row.shown)
  }
  const [was, is] = [before[row.share], now[row.share]]
  const interval = differenceInterval(was, is)
  if (!interval) return words.none
  const told = words.pointsOf(is.count / is.of - was.count / was.of, interval)
  return interval[0] > 0 || interval[1] < 0 ? html`<strong>${told}</strong>` : told
}
