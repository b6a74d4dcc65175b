/** The page of a request as the desk gives it, in any status. */
import { workingOf } from '#events/numerology/working.ts'
import type { Status } from '#events/request.ts'

import type { Intent } from '#app/components/intent-labels.ts'
import type { RequestPageProps } from '#app/components/request-props.ts'

import { history, lifePath, person, script, sheet } from './samples.ts'

export const intents: Intent[] = [
  'approveScript',
  'editScript',
  'generateScript',
  'declineRequest',
  'generateVideo',
  'requestCorrection',
  'withdrawApproval',
  'attachVideo',
  'declareVideoFailed',
  'stopScript',
  'reopenRequest',
  'generateVideoAgain',
]

type Wanted = { status: Status; may: Intent[]; empty?: boolean }

export function requestPage({ status, may, empty = false }: Wanted): RequestPageProps['page'] {
  const fields = { csrf: 'token', commandId: '1' }
  return {
    request: {
      id: '01937f2c-6b1e-7c44-9a0d-2f8e5b7713aa',
      version: 5,
      status,
      person: {
        firstNames: 'Maÿlis Jeanne',
        lastName: 'Lecœur',
        birthDate: '1987-04-18',
        email: 'maylis.lecoeur@exemple.fr',
        theme: 'family',
        memories: [
          { kind: 'childhood', text: 'L’atelier de mon grand-père.' },
          { kind: 'question', text: 'Faut-il tout quitter\u202f?' },
        ],
      },
      lifePath,
      sheet,
      script: empty ? null : { ...script, elan: '' },
      textHash: empty ? null : '5b1f0c77a2e94d3086b1c9d2f40e7a6613f8d05c2be17490aa6d3e518c02f9b4',
      approval: null,
      correction: null,
      cancelledApproval: null,
      chosenMemories: ['childhood'],
      writingId: status === 'writing' ? '01937f2c-6b1e-7c44-9a0d-2f8e5b7713ab' : null,
      heygenVideoId: null,
      videoUrl: null,
      films: [],
      costMicroUsd: 12_000,
      lastFailure: null,
      awaits: status === 'writing' ? 'write' : null,
      updatedAt: '2026-11-23T12:02:00.000Z',
    },
    working: workingOf(sheet, person),
    findings: [],
    draft: null,
    progress: null,
    versions: empty ? 0 : 2,
    facts: empty ? history.slice(0, 1) : history.slice(0, 5),
    may: Object.fromEntries(intents.map((intent) => [intent, may.includes(intent)])) as Record<Intent, boolean>,
    quote: null,
    forms: { request: fields, draft: fields, generateScript: fields, generateVideo: fields },
    now: '2026-11-23T14:12:00.000Z',
  }
}
