/** The pages of the house as the furniture makes them, with everything on: for eyes, axe and the scans of markup. */
import type { ReactElement, ReactNode } from 'react'

import { refusalCodes } from '#events/refusal.ts'

import { ButtonLink, IntentButton, Button } from '#app/components/button.tsx'
import { Check } from '#app/components/check.tsx'
import { DateFields } from '#app/components/date-fields.tsx'
import { calendarDay, exactDateTime, longDateTime } from '#app/components/dates.ts'
import { Diff } from '#app/components/diff.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { factSentence } from '#app/components/fact-sentence.ts'
import { failureSentence } from '#app/components/failure-sentence.ts'
import { Field, TextField } from '#app/components/field.tsx'
import { Frame, type FrameProps } from '#app/components/frame.tsx'
import { HeroNumber, LifePathNumber } from '#app/components/hero-number.tsx'
import { Hidden } from '#app/components/hidden.tsx'
import { useKeptDraft } from '#app/components/kept-draft.ts'
import { dollars } from '#app/components/money.ts'
import { Notice } from '#app/components/notice.tsx'
import { PageHead } from '#app/components/page-head.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { Player } from '#app/components/player.tsx'
import { ProofBox } from '#app/components/proof-box.tsx'
import { QueueEmpty } from '#app/components/queue-empty.tsx'
import { QueueTable, type QueueRowShown } from '#app/components/queue-table.tsx'
import { Price, Recap, Sum } from '#app/components/recap.tsx'
import { Replay } from '#app/components/replay.tsx'
import { RequestDesk } from '#app/components/request-desk.tsx'
import { RequestSheet } from '#app/components/request-sheet.tsx'
import { ScriptEditor } from '#app/components/script-editor.tsx'
import { ScriptText } from '#app/components/script-text.tsx'
import { SearchForm } from '#app/components/search-form.tsx'
import { StateMap } from '#app/components/state-map.tsx'
import { StatusBadge } from '#app/components/status-badge.tsx'
import { StatusTabs } from '#app/components/status-tabs.tsx'
import { Timeline } from '#app/components/timeline.tsx'
import { tellAnswer } from '#app/components/told-answer.ts'
import { counted, fr } from '#app/components/typography.ts'
import { Waiting } from '#app/components/waiting.tsx'
import { WhyNot } from '#app/components/why-not.tsx'

import { editorGallery } from './gallery-editor.tsx'
import { sheetGallery } from './gallery-sheet.tsx'
import { textGallery } from './gallery-texts.tsx'
import { intents, requestPage } from './request-sample.ts'
import { factOf, history, lifePath, script } from './samples.ts'

const textHash = '5b1f0c77a2e94d3086b1c9d2f40e7a6613f8d05c2be17490aa6d3e518c02f9b4'
const now = '2026-11-23T14:12:00.000Z'
const birthDate = '1987-04-18'

function Desk({ current = 'file', ...rest }: Omit<FrameProps, 'simulated' | 'person'>) {
  return (
    <Frame
      simulated={{ chatgpt: true, heygen: true }}
      person={{ name: 'Léa Morvan', role: 'admin' }}
      current={current}
      logoutFields={<Hidden fields={{ csrf: 'token' }} />}
      {...rest}
    />
  )
}

function Margin() {
  return <RequestSheet page={requestPage({ status: 'drafted', may: [] })} />
}

function Head({ status }: { status: 'drafted' | 'ready' | 'writing' }) {
  return (
    <PageHead crumbs={[{ label: 'File', to: '/admin' }, { label: 'Demande' }]} title="Maÿlis Jeanne Lecœur">
      <StatusBadge status={status} />
      <span>Naissance le {calendarDay(birthDate)}</span>
    </PageHead>
  )
}

function Editor({ children }: { children: ReactNode }) {
  const draft = useKeptDraft({ version: 5, textHash, script })
  return (
    <ScriptEditor
      draft={draft}
      problems={{ elan: 'Cette section est vide.', whole: 'Le script est vide. Écrivez au moins une section.' }}
    >
      {children}
    </ScriptEditor>
  )
}

const toRead = (
  <Desk>
    <Head status="drafted" />
    <Margin />
    <div className="split">
      <div className="stack">
        <Editor>
          <div className="row">
            <IntentButton intent="approveScript" kind="primary" />
            <IntentButton intent="editScript" />
          </div>
          <p className="small soft">{fr`Valider fige ce texte : toute retouche annule la validation.`}</p>
        </Editor>
        <form className="box" method="post" action="/api/generate-script" aria-labelledby="rewrite">
          <h2 id="rewrite">Réécrire</h2>
          <TextField
            name="instructions"
            label="Consigne pour ChatGPT"
            hint={fr`Par exemple : plus court, plus chaleureux.`}
            rows={2}
          />
          <IntentButton intent="generateScript" ownDoor />
        </form>
      </div>
      <Timeline facts={history.slice(0, 5)}>
        <p className="small">
          <a href="/audit/1">Rejouer dans le journal</a>
        </p>
      </Timeline>
    </div>
  </Desk>
)

const writing = (
  <Desk>
    <Head status="writing" />
    <Margin />
    <div className="split">
      <div className="stack">
        <Waiting sentence="ChatGPT écrit le script." since="2 min" />
        <Failure />
        <ScriptText script={script} title="Le texte d’avant" />
      </div>
      <Timeline facts={history.slice(0, 3)} />
    </div>
  </Desk>
)

function Failure() {
  const { happened, cost, next } = failureSentence({ code: 'timed_out', mayHaveCost: true, fact: 'VideoUncertain' })
  return (
    <Notice tone="red" title={happened}>
      <p>
        {cost} {next}
      </p>
    </Notice>
  )
}

const ready = (
  <Desk>
    <Head status="ready" />
    <Margin />
    <div className="split">
      <div className="stack">
        <Player src="/media/1" firstName="Maÿlis Jeanne" lifePath={lifePath} />
        <ScriptText script={script} title="Transcription" timed />
      </div>
      <Timeline facts={history} />
    </div>
  </Desk>
)

const person = (firstNames: string, lastName: string, value: number, rest: Partial<QueueRowShown>): QueueRowShown => ({
  id: lastName,
  firstNames,
  lastName,
  birthDate: '1987-04-18',
  lifePath: { value, master: value > 9 },
  status: 'drafted',
  failed: false,
  requestedAt: '2026-11-23T08:12:00.000Z',
  waitingSince: '2026-11-23T09:05:00.000Z',
  ...rest,
})

const rows: QueueRowShown[] = [
  person('Maÿlis', 'Lecœur', 11, {}),
  person('Théo', 'Bélanger', 7, { status: 'requested', failed: true }),
  person('Inès', 'Nguyễn', 4, { status: 'writing' }),
  person('Anne-Sophie', 'd’Auvergne', 22, { status: 'filming', waitingSince: '2026-11-23T13:58:00.000Z' }),
  person('Søren', 'Strauß', 3, { status: 'approved', waitingSince: '2026-11-22T11:02:00.000Z' }),
  person('Zoé', 'Lefèvre', 9, { status: 'uncertain', waitingSince: '2026-11-21T13:48:00.000Z' }),
  person('Karim', 'Haddad', 2, { status: 'ready', waitingSince: '2026-11-20T13:48:00.000Z' }),
  person('Éloïse', 'Martin-Roy', 6, { status: 'delivered', waitingSince: null }),
  person('Marie-Antoinette-Joséphine', 'de Villeneuve-Bargemont', 33, { status: 'declined', waitingSince: null }),
]

const counts = {
  requested: 3,
  writing: 1,
  drafted: 7,
  approved: 2,
  filming: 3,
  uncertain: 1,
  ready: 4,
  delivered: 1128,
  failed: 1,
  declined: 3,
}

const queue = (
  <Desk>
    <PageHead title="File" />
    <StatusTabs counts={counts} all={1152} current={null} href={(filter) => `/admin?status=${filter ?? ''}`} />
    <div className="stack">
      <SearchForm
        action="/admin"
        label="Chercher un nom ou un numéro de demande"
        value=""
        kept={{ sort: 'received' }}
      />
      <QueueTable
        rows={rows}
        caption={`${counted(1152, 'demande', 'demandes')}, les plus récentes d’abord`}
        now={now}
        sorts={{
          received: { to: '/admin?sort=received', direction: 'desc' },
          name: { to: '/admin?sort=name', direction: null },
          waiting: { to: '/admin?sort=waiting', direction: null },
        }}
      />
      <Pagination page={3} pages={19} href={(page) => `/admin?page=${page}`} />
      <QueueEmpty search="dupond" filter={null} clear="/admin" />
    </div>
  </Desk>
)

const launch = (
  <Desk>
    <PageHead
      crumbs={[
        { label: 'File', to: '/admin' },
        { label: 'Maÿlis Lecœur', to: '/admin/requests/1' },
        { label: 'Lancer la vidéo' },
      ]}
      title="Vérifier avant de lancer"
    >
      <StatusBadge status="approved" />
    </PageHead>
    <div className="aside-start">
      <LifePathNumber lifePath={lifePath} />
    </div>
    <div className="split even">
      <section className="lead" aria-labelledby="filmed">
        <h2 id="filmed">Ce qui sera filmé</h2>
        <Recap
          rows={[
            { term: 'Validé par', value: `Léa Morvan, le ${longDateTime(now)}` },
            { term: 'Empreinte du texte', value: <code>c41e 7a90 55d2</code> },
            { term: 'Moteur', value: 'Avatar III' },
          ]}
        />
      </section>
      <form className="box" method="post" action="/api/generate-video" aria-labelledby="cost">
        <h2 id="cost">Ce que cela coûte</h2>
        <Price amount={dollars(4_640_000)} />
        <Sum
          rows={[
            { term: 'Solde HeyGen', value: dollars(87_400_000) },
            { term: 'Solde après', value: dollars(82_760_000) },
          ]}
        />
        <Notice tone="orange" title="Ne peut pas être annulé">
          <p>Une fois lancée, la vidéo est facturée même si vous la refusez ensuite.</p>
        </Notice>
        <Hidden fields={{ requestId: '1', version: 6 }} />
        <IntentButton intent="generateVideo" kind="primary" ownDoor />
        <ButtonLink to="/admin/requests/1" kind="plain">
          Revenir à la demande
        </ButtonLink>
      </form>
    </div>
  </Desk>
)

const audit = (
  <Desk current="journal">
    <PageHead
      crumbs={[{ label: 'Journal', to: '/audit' }, { label: 'Maÿlis Jeanne Lecœur' }]}
      title="Léa Morvan a enregistré le script"
    >
      <StatusBadge status="drafted" />
      <time dateTime={now}>{exactDateTime(now)}</time>
      <code>ScriptEdited</code>
    </PageHead>
    <div className="aside-start">
      <HeroNumber value={5} label="Étape 5 sur 10" decorative />
    </div>
    <div className="stack">
      <Replay
        facts={history}
        step={5}
        href={(step) => `/audit/1?step=${step}`}
        next={factSentence(factOf('ScriptApproved'))}
      />
      <section className="lead" aria-labelledby="changed">
        <h2 id="changed">Ce qui a changé</h2>
        <Diff
          before="Après une période de construction, vous allez vivre un grand bouleversement. Il invite à essayer, à rencontrer, à tout quitter."
          after="Après une période de construction, le cinq ouvre une fenêtre. Il invite à essayer, à rencontrer, à changer un peu ses habitudes."
        />
      </section>
      <div className="split even">
        <section className="lead" aria-labelledby="where">
          <h2 id="where">Où en est la demande</h2>
          <StateMap
            statuses={['requested', 'writing', 'requested', 'writing', 'drafted', 'drafted', 'approved']}
            step={6}
          />
        </section>
        <section className="lead" aria-labelledby="whynot">
          <h2 id="whynot">{fr`Pourquoi pas ?`}</h2>
          <WhyNot
            could={intents.map((intent, index) => ({
              intent,
              allowed: index < 3,
              code: index < 3 ? null : (refusalCodes[index] ?? null),
            }))}
          />
        </section>
      </div>
      <ProofBox
        proof={{ ok: true, brokenAt: null, checkedAt: now }}
        steps={10}
        fact={{
          hash: textHash,
          previousHash: textHash,
          proven: true,
          commandId: '01937f2c-6b1e-7c44-9a0d-2f8e5b7713aa',
          machineVersion: '1',
          schemaVersion: 1,
        }}
      >
        <ButtonLink to="/audit/1.json">Télécharger le journal (JSON)</ButtonLink>
      </ProofBox>
    </div>
  </Desk>
)

const wrongDay = 'Le 30 février n’existe pas. Indiquez le jour inscrit sur votre acte de naissance.'

const order = (
  <Frame simulated={{ chatgpt: false, heygen: true }} house="customer">
    <PageHead title="Votre lecture personnelle, en vidéo">
      <p className="prose">
        Nous calculons vos nombres, nous écrivons un texte pour vous, une personne de notre équipe le relit, et vous
        recevez une vidéo d’environ cinq minutes.
      </p>
    </PageHead>
    <ErrorSummary problems={[{ field: 'birthDay', message: wrongDay }]} />
    <form className="span" method="post" noValidate>
      <p className="aside-start number step-number" aria-hidden="true">
        1
      </p>
      <fieldset className="step">
        <legend>
          <h2>Vous</h2>
        </legend>
        <Field
          name="firstNames"
          label="Tous vos prénoms"
          hint="Dans l’ordre de l’état civil, avec les accents."
          value="Maÿlis"
          required
        />
        <DateFields
          legend="Date de naissance"
          names={{ day: 'birthDay', month: 'birthMonth', year: 'birthYear' }}
          hint="Par exemple, 18 04 1987."
          error={wrongDay}
          wrong={['day', 'month']}
          value={{ day: '30', month: '02', year: '1987' }}
          birthday
        />
      </fieldset>
      <p className="aside-start number step-number" aria-hidden="true">
        2
      </p>
      <fieldset className="step">
        <legend>
          <h2>Vos accords</h2>
        </legend>
        <Check name="consents.ai" required error="Cochez cette case pour continuer.">
          J’ai compris que le texte et la voix sont produits avec une intelligence artificielle par des prestataires
          (OpenAI, HeyGen) situés hors de l’Union européenne.
        </Check>
        <div className="row">
          <Button kind="primary">Demander ma lecture</Button>
        </div>
      </fieldset>
    </form>
  </Frame>
)

/** Read-only, because ChatGPT writes: what was typed meanwhile stands there all the same. */
const overtaken = (
  <Desk>
    <RequestDesk
      page={requestPage({ status: 'writing', may: ['stopScript'] })}
      refused={{
        answer: tellAnswer({ tag: 'refused', code: 'script_being_written' }),
        typed: {
          script: { ...script, elan: 'Mon élan.' },
          values: { intent: 'editScript', version: '4', textHash },
        },
      }}
    />
  </Desk>
)

const toDecide = (
  <Desk>
    <RequestDesk
      page={requestPage({
        status: 'drafted',
        may: ['editScript', 'approveScript', 'generateScript', 'declineRequest'],
      })}
      refused={null}
    />
  </Desk>
)

const auditorsNew = (
  <Desk>
    <RequestDesk page={requestPage({ status: 'requested', may: [], empty: true })} refused={null} />
  </Desk>
)

export const gallery: Record<string, ReactElement> = {
  toRead,
  writing,
  ready,
  queue,
  launch,
  audit,
  order,
  overtaken,
  toDecide,
  auditorsNew,
  ...editorGallery,
  ...sheetGallery,
  ...textGallery,
}
