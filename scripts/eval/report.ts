/** The report: one HTML file that needs no network and runs no script. */
import { fr } from '#app/components/typography.ts'
import { target } from '#app/components/speech.ts'
import { duration } from '#app/components/dates.ts'

import { charts, type NamedRun } from './charts.ts'
import { figuresOf } from './figures.ts'
import { html, type Html } from './html.ts'
import { comparisonTable, figuresTable } from './report-figures.ts'
import { cautions, headTable } from './report-head.ts'
import { scriptDetails } from './report-scripts.ts'
import { reportStyle } from './report-style.ts'
import { lossesTable, rulesTable } from './report-tables.ts'
import type { Run } from './run.ts'

/** `before`: an earlier run to hold this one against, or null. */
export async function reportPage(now: Run, before: Run | null): Promise<string> {
  const runs = [...(before ? [{ name: 'Avant', run: before }] : []), { name: 'Maintenant', run: now }]
  const plots = await plotsOf(runs)
  const title = fr`Scripts écrits par ${now.model}`
  const { markup } = html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <title>${title} – Récit</title>
        ${reportStyle()}
      </head>
      <body>
        <main>
          <header>
            <h1>${title}</h1>
            ${cautions(now, before).map((sentence) => html`<p class="notice">${sentence}</p>`)}
            <div class="scroll">${headTable(runs)}</div>
          </header>
          ${figuresSection(now, before)} ${section('Pourquoi des textes ont manqué', lossesTable(runs))} ${plots}
          ${section('Règles enfreintes', rulesTable(runs))} ${scriptsSection(now)}
        </main>
      </body>
    </html>`
  return `${markup.trim()}\n`
}

/** The texts are escaped; were one not, it could do nothing. Charts bring a few `style=` attributes. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"

function section(title: string, table: Html | null): Html | null {
  if (table === null) return null
  return html`<section>
    <h2>${title}</h2>
    <div class="scroll">${table}</div>
  </section>`
}

function figuresSection(now: Run, before: Run | null): Html {
  const table = before ? comparisonTable(figuresOf(before), figuresOf(now)) : figuresTable(figuresOf(now))
  const intervals = before
    ? fr`Intervalles à 95 % : Wilson pour les parts, Newcombe pour leurs différences. En gras, celles que le hasard n’explique guère.`
    : fr`Intervalles à 95 % : Wilson.`
  const moderation = 'La modération d’OpenAI n’est pas interrogée ici, et aucun appel n’est retenté.'
  return html`<section>
    <h2>Chiffres</h2>
    <div class="scroll">${table}</div>
    <p class="soft">${intervals} ${moderation}</p>
  </section>`
}

async function plotsOf(runs: readonly NamedRun[]): Promise<Html> {
  const { words, seconds } = target
  const captions = {
    words: fr`Mots. En vert, la cible : de ${words.min} à ${words.max}.`,
    seconds: fr`Durée estimée. En vert, la cible : de ${duration(seconds.min)} à ${duration(seconds.max)}.`,
    cost: fr`Coût d’un appel.`,
    sectionWords: fr`Mots par section. En vert, ce qui est demandé ; un trait par script, un losange à la médiane.`,
    findings: 'Signalements du contrôle, par règle.',
  }
  const figures: (Html | null)[] = []
  for (const [key, caption] of Object.entries(captions)) {
    const chart = await charts[key as keyof typeof captions](runs)
    figures.push(
      chart &&
        html`<figure class="${key}">
          ${chart}
          <figcaption>${caption}</figcaption>
        </figure>`,
    )
  }
  return html`<section>
    <h2>Répartitions</h2>
    <div class="plots">${figures}</div>
  </section>`
}

function scriptsSection({ results }: Run): Html {
  return html`<section>
    <h2>Scripts</h2>
    <div>${results.map(scriptDetails)}</div>
  </section>`
}
