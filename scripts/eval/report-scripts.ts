/** Each script under a line that says how it went; its text with the findings marked. */
import { findingCounts } from '#app/components/findings.ts'
import { failureSentence } from '#app/components/failure-sentence.ts'
import { duration } from '#app/components/dates.ts'
import { sections } from '#app/components/speech.ts'
import { counted, fr } from '#app/components/typography.ts'
import { sectionWords } from '#app/lib/script-sections.ts'
import type { Script, SectionKey } from '#events/script.ts'

import { blockingIn, isAccepted } from './figures.ts'
import { html, type Html } from './html.ts'
import { markedText, type Numbered } from './marked-text.ts'
import { secondsOf, smallDollars } from './report-words.ts'
import type { Result } from './run.ts'

export function scriptDetails(result: Result): Html {
  const { tone, word } = verdictOn(result)
  return html`<details id="${result.person}-${result.round}">
    <summary>
      <span class="badge" data-tone="${tone}">${word}</span>
      <span class="name">${result.name}</span>
      <small>${factsOf(result).join(' · ')}</small>
    </summary>
    ${result.script ? checkedScript(result, result.script) : failedCall(result)}
  </details>`
}

/** What the desk would have made of it, for the terminal too. */
export function verdictOn(result: Result): { tone: 'green' | 'orange' | 'red' | 'grey'; word: string } {
  if (result.outcome === 'ok' && result.refusedBy !== null) return { tone: 'red', word: 'Écarté' }
  if (!isAccepted(result)) return { tone: 'grey', word: 'Échec' }
  return blockingIn(result) > 0 ? { tone: 'orange', word: 'À corriger' } : { tone: 'green', word: 'Accepté' }
}

/** « 702 mots », « 4 min 42 », « 0,0061 $ », « 6,1 s », « 1 conseil ». */
export function factsOf({ measure, costMicroUsd, totalMs, findings, code, refusedBy }: Result): string[] {
  const reason = code ?? refusedBy
  return [
    ...(reason === null ? [] : [reason]),
    ...(measure ? [counted(measure.words, 'mot', 'mots'), duration(measure.seconds)] : []),
    ...(costMicroUsd === null ? [] : [smallDollars(costMicroUsd)]),
    secondsOf(totalMs),
    ...(measure ? [findingCounts(findings.map((finding) => ({ ...finding, fix: null }))) ?? 'rien à redire'] : []),
  ]
}

function checkedScript(result: Result, script: Script): Html {
  const findings = result.findings.map((finding, index) => ({ ...finding, at: index + 1 }))
  return html`<div class="text">
    ${sections.map(
      ({ key, name }) =>
        html`<h4>${name} <small>${lengthOf(result, key)}</small></h4>
          ${said(
            markedText(
              script[key],
              findings.filter(({ section }) => section === key),
            ),
          )}`,
    )}
    ${
      findings.length > 0
        ? html`<ol class="findings">
            ${findings.map(findingLine)}
          </ol>`
        : null
    }
    ${technical(result)}
  </div>`
}

/** Line feeds of the text are seen, those of this file are not. */
const said = (text: string | readonly Html[]): Html => html`<p class="said"><span>${text}</span></p>`

function lengthOf({ sectionWords: counts }: Result, key: SectionKey): string {
  const { min, max } = sectionWords[key]
  return `${counted(counts?.[key] ?? 0, 'mot', 'mots')}, de ${min} à ${max} demandés`
}

function findingLine({ rule, severity, sentence, section }: Numbered): Html {
  const place = section === null ? 'tout le texte' : (sections.find(({ key }) => key === section)?.name ?? section)
  return html`<li data-tone="${severity === 'block' ? 'red' : 'yellow'}">
    <code>${rule}</code> ${place}. ${sentence}
  </li>`
}

/** The beginning that came is shown as it came, unchecked: it tells why an answer was of no use. */
function failedCall(result: Result): Html {
  const { code, mayHaveCost, partial } = result
  const { happened, cost } = failureSentence({ code: code ?? result.outcome, mayHaveCost, fact: 'ScriptFailed' })
  return html`<div class="text">
    <p class="soft">${happened} ${cost} ${partial ? 'Voici ce qui en était arrivé, sans contrôle.' : ''}</p>
    ${sections.map(({ key, name }) =>
      partial?.[key]
        ? html`<h4>${name}</h4>
            ${said(partial[key])}`
        : null,
    )}
    ${technical(result)}
  </div>`
}

function technical({ person, round, model, usage, supportId, promptHash, firstTextMs }: Result): Html {
  const facts = [
    fr`personne ${person}, passage ${round}`,
    ...(model === null ? [] : [model]),
    ...(firstTextMs === null ? [] : [fr`premiers mots après ${secondsOf(firstTextMs)}`]),
    ...(usage ? [fr`jetons : ${usage.input} lus, ${usage.output} écrits dont ${usage.reasoning} de réflexion`] : []),
    ...(supportId === null ? [] : [supportId]),
    fr`empreinte ${promptHash.slice(0, 12)}`,
  ]
  return html`<p class="soft technical">${facts.join(' · ')}</p>`
}
