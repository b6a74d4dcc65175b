import { Form } from '@remix-run/react'

import { IntentButton } from './button.tsx'
import { elapsed } from './dates.ts'
import { Hidden } from './hidden.tsx'
import { dollars } from './money.ts'
import type { RequestPageProps } from './request-props.ts'
import { paragraphs, Spoken } from './script-text.tsx'
import { sections } from './speech.ts'
import { fr } from './typography.ts'
import { Waiting } from './waiting.tsx'

type Page = RequestPageProps['page']

/** ChatGPT at work: which section it is at, what it has cost so far, the text as it comes, and a way to stop it. */
export function WritingProgress({ page }: { page: Page }) {
  const { request, progress, may, now } = page
  return (
    <>
      <Waiting sentence={sentenceOf(progress)} since={elapsed(request.updatedAt, now)} advice={adviceOf(page)} />
      {may.stopScript ? <StopForm page={page} /> : null}
      {progress === null ? null : <Coming progress={progress} />}
    </>
  )
}

type Progress = NonNullable<Page['progress']>

/** It changes once a section: often enough to be read out. */
function sentenceOf(progress: Page['progress']): string {
  const begun = progress === null ? [] : begunIn(progress)
  const last = begun.at(-1)
  return last === undefined ? 'ChatGPT écrit le script.' : fr`ChatGPT écrit : ${last.name.toLowerCase()}.`
}

function adviceOf({ progress, request: { costMicroUsd } }: Page): string {
  const attempt = progress === null || progress.n === 1 ? '' : `Essai ${progress.n} sur 3. `
  const cost = costMicroUsd === 0 ? '' : fr`Coût de la demande jusqu'ici : ${dollars(costMicroUsd)}. `
  return `${attempt}${cost}Cette page se met à jour toute seule. Vous pouvez la quitter.`
}

/** Not read out word by word: whoever listens goes there when they want to. */
function Coming({ progress }: { progress: Progress }) {
  const begun = begunIn(progress)
  if (begun.length === 0) return null
  return (
    <section className="coming" aria-labelledby="coming-title" aria-live="off">
      <h2 id="coming-title">Le texte qui s’écrit</h2>
      <div className="transcript">
        {begun.map(({ key, name }) => (
          <div key={key}>
            <h3>{name}</h3>
            {paragraphs(progress.script[key]).map((text, at) => (
              <p key={at}>
                <Spoken text={text} />
              </p>
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}

const begunIn = ({ script, sections: wanted }: Progress) =>
  sections.filter(({ key }) => wanted.includes(key) && script[key].trim() !== '')

function StopForm({ page: { request, forms } }: { page: Page }) {
  const { id, version, writingId } = request
  return (
    <Form className="row" method="post" action={`/admin/requests/${id}`} aria-label="Arrêter l’écriture">
      <Hidden fields={{ ...forms.request, version, ...(writingId === null ? {} : { writingId }) }} />
      <IntentButton intent="stopScript" />
      <p className="small soft">{fr`Arrêter garde le texte d'avant ; l'appel en cours peut être facturé.`}</p>
    </Form>
  )
}
