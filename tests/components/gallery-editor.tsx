/** The writing desk in its states: remarks, a correction asked for, a draft, a text that is being written, pauses. */
import type { ReactElement } from 'react'

import type { Finding } from '#events/lint/finding.ts'
import { emptyScript } from '#events/script.ts'

import { Frame } from '#app/components/frame.tsx'
import { Hidden } from '#app/components/hidden.tsx'
import { RequestDesk } from '#app/components/request-desk.tsx'
import type { RequestPageProps } from '#app/components/request-props.ts'
import { tellAnswer } from '#app/components/told-answer.ts'

import { requestPage } from './request-sample.ts'
import { script } from './samples.ts'

const textHash = '5b1f0c77a2e94d3086b1c9d2f40e7a6613f8d05c2be17490aa6d3e518c02f9b4'
const paused = { ...script, elan: `Respirez. <break time="0.8s"/> ${script.elan}` }

function Desk(props: RequestPageProps) {
  return (
    <Frame
      simulated={{ chatgpt: true, heygen: true }}
      person={{ name: 'Léa Morvan', role: 'admin' }}
      current="file"
      logoutFields={<Hidden fields={{ csrf: 'token' }} />}
    >
      <RequestDesk {...props} />
    </Frame>
  )
}

const at = (rest: Pick<Finding, 'rule' | 'severity' | 'section' | 'sentence'> & Partial<Finding>): Finding => {
  const { section, excerpt = '' } = rest
  const start = section === null ? 0 : paused[section].indexOf(excerpt)
  return { start, end: start + excerpt.length, excerpt, fix: null, ...rest }
}

export const findings: Finding[] = [
  at({
    ...{ rule: 'moderation_unchecked', severity: 'block', section: null },
    sentence: 'La modération d’OpenAI n’a pas répondu pour ce texte. Relisez-le entièrement avant de le valider.',
  }),
  at({
    ...{ rule: 'length_words', severity: 'warn', section: null },
    sentence: 'Le texte sort de la cible de six cent quatre-vingts à sept cent quarante mots.',
  }),
  at({
    ...{ rule: 'pause', severity: 'block', section: 'elan', excerpt: '<break time="0.8s"/>' },
    sentence: 'La voix choisie ne connaît pas les pauses. Retirez celle-ci.',
    fix: { label: 'Retirer la pause', start: 10, end: 30, replacement: '' },
  }),
  at({
    ...{ rule: 'typography', severity: 'warn', section: 'annee', excerpt: script.annee },
    sentence: 'Les espaces, apostrophes ou points de suspension ne suivent pas l’usage français.',
    fix: { label: 'Corriger la section', start: 0, end: 1, replacement: 'P' },
  }),
]

const base = requestPage({
  status: 'drafted',
  may: ['editScript', 'approveScript', 'requestCorrection', 'generateScript', 'declineRequest'],
})

const toCorrect = {
  ...base,
  request: {
    ...base.request,
    script: paused,
    correction: {
      by: 'Hugo Vasseur',
      at: '2026-11-23T13:32:00.000Z',
      comments: { ...emptyScript(), portrait: 'Plus chaleureux, surtout vers la fin.' },
      open: true,
    },
    cancelledApproval: {
      by: 'Léa Morvan',
      at: '2026-11-23T13:10:00.000Z',
      cancelledBy: 'Hugo Vasseur',
      cancelledAt: '2026-11-23T13:32:00.000Z',
    },
  },
  findings,
  draft: { version: 5, textHash, script: { ...paused, cloture: 'Voilà.' }, savedAt: '2026-11-23T13:32:00.000Z' },
}

const writing = requestPage({ status: 'writing', may: ['stopScript'] })

const hugoSaved = {
  ...{ actualVersion: 5, by: 'Hugo Vasseur', fact: 'ScriptEdited' as const, at: '2026-11-23T14:12:00.000Z' },
  ...{ current: { status: 'drafted' as const, script: paused, textHash }, base: null, merge: null },
}

const partlyFollowed = { ...toCorrect.request.correction, open: false }

export const editorGallery: Record<string, ReactElement> = {
  toCorrect: <Desk page={toCorrect} refused={null} />,
  blocked: (
    <Desk
      page={base}
      refused={{
        answer: tellAnswer({
          ...{ tag: 'invalid', problems: [{ field: 'overrideReason', code: 'script_blocked' }] },
          findings,
        }),
        typed: { script: paused, values: { intent: 'approveScript', version: '5', textHash, overrideReason: '' } },
      }}
    />
  ),
  correctionRefused: (
    <Desk
      page={base}
      refused={{
        answer: tellAnswer({ tag: 'invalid', problems: [{ field: 'comment.accueil', code: 'correction_empty' }] }),
        typed: { script: null, values: { intent: 'requestCorrection', version: '5', 'comment.elan': ' ' } },
      }}
    />
  ),
  correctionTooLate: (
    <Desk
      page={base}
      refused={{
        answer: tellAnswer({ tag: 'conflict', conflict: hugoSaved }),
        typed: { script: null, values: { intent: 'requestCorrection', version: '4', 'comment.elan': 'Plus court.' } },
      }}
    />
  ),
  reasonTooLate: (
    <Desk
      page={base}
      refused={{
        answer: tellAnswer({ tag: 'conflict', conflict: hugoSaved }),
        typed: {
          script: { ...paused, cloture: 'Voilà.' },
          values: { intent: 'approveScript', version: '4', textHash, overrideReason: 'Relu avec Hugo.' },
        },
      }}
    />
  ),
  wordsToCopy: (
    <Desk
      page={{ ...writing, request: { ...toCorrect.request, status: 'writing', correction: partlyFollowed } }}
      refused={{
        answer: tellAnswer({ tag: 'refused', code: 'script_being_written' }),
        typed: { script: null, values: { intent: 'requestCorrection', version: '5', 'comment.elan': 'Plus court.' } },
      }}
    />
  ),
  coming: (
    <Desk
      page={{
        ...writing,
        progress: {
          n: 2,
          script: { ...emptyScript(), accueil: paused.accueil, portrait: 'Commençons par votre' },
          sections: ['accueil', 'portrait', 'elan', 'annee', 'cloture'],
        },
      }}
      refused={null}
    />
  ),
  readOnlyPauses: (
    <Desk page={{ ...toCorrect, draft: null, may: requestPage({ status: 'drafted', may: [] }).may }} refused={null} />
  ),
}
