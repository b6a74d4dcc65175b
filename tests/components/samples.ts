/** One request with everything a page can show. */
import type { Deed, FactType } from '#events/facts.ts'
import { numberSheet } from '#events/numerology/sheet.ts'
import { emptyScript, sectionKeys, type Script } from '#events/script.ts'

import { showFact, type FactShown } from '#app/components/told-fact.ts'

export const script: Script = {
  accueil:
    'Bonjour Maÿlis. Vous avez demandé une lecture de vos nombres, et ces quelques minutes sont pour vous. Cette vidéo est réalisée avec l’aide d’une intelligence artificielle. Le texte a été rédigé par une machine, puis relu par notre équipe, et la personne que vous voyez à l’écran est un avatar numérique. Prenez ce moment comme une conversation posée, une façon de regarder votre parcours sous une autre lumière. Les nombres ne disent pas qui vous êtes. Ils proposent des images, et vous choisissez celles qui vous parlent.',
  portrait:
    'Commençons par votre chemin de vie. Votre date de naissance donne le onze. Dans la tradition numérologique, c’est un nombre maître. Il évoque l’intuition, l’écoute, une sensibilité très fine. Imaginez une réunion où chacun parle fort. Vous remarquez la personne qui se tait, et c’est souvent à elle que vous posez la question juste.\n\nCette antenne est précieuse. Elle peut aussi fatiguer, car elle capte tout, même le soir, même quand la journée est finie. Le onze invite à choisir ses moments de silence avec autant de soin que ses rendez-vous.',
  elan: 'Vous nous avez confié un souvenir : l’atelier de votre grand-père, l’odeur du bois, et cette radio que personne n’éteignait jamais. Il y a dans cette image tout ce qu’évoque le onze. Une présence, une attention, quelque chose qui se transmet sans leçon.',
  annee:
    'Parlons maintenant de cette année deux mille vingt-six. Après une période de construction, le cinq ouvre une fenêtre. Il invite à essayer, à rencontrer, à changer un peu ses habitudes. Pensez à une promenade dont vous changez l’itinéraire : le point d’arrivée reste le même, et pourtant le regard s’éveille.',
  cloture:
    'Voilà, Maÿlis, ce que vos nombres racontent aujourd’hui. Rien de tout cela n’est écrit d’avance, et c’est vous qui tenez la plume. Cette lecture est une invitation à la réflexion et au divertissement. Très belle fin d’année à vous.',
}

export const lifePath = {
  value: 11,
  base: 2,
  path: [2009, 11],
  master: true,
  debt: null,
  method: 'vertical',
  engineVersion: '1',
} as const

export const person = {
  firstNames: 'Maÿlis Jeanne',
  lastName: 'Lecœur',
  birthDate: { year: 1987, month: 4, day: 18 },
} as const

export const sheet = numberSheet({ ...person, on: { year: 2026, month: 11, day: 23 } })

const attempt = '0b8e3c86-3f5d-4f9e-9a7e-5f2f4f0c1a11'
const writingId = '0b8e3c86-3f5d-4f9e-9a7e-5f2f4f0c1a22'
const hash = '5b1f0c77a2e94d3086b1c9d2f40e7a6613f8d05c2be17490aa6d3e518c02f9b4'
const version = { script, textHash: hash, words: 698 }
const video = { attempt, heygenVideoId: 'hg_1' }
const late = { code: 'timed_out', mayHaveCost: true, costMicroUsd: null }

/** A deed of every type, in no legal order: sentences are told one by one. */
export const deeds: { [T in FactType]: Deed<T>['data'] } = {
  BookRequested: {
    firstNames: 'Maÿlis Jeanne',
    lastName: 'Lecœur',
    birthDate: '1987-04-18',
    email: 'maylis.lecoeur@exemple.fr',
    theme: 'family',
    memories: [{ kind: 'childhood', text: 'L’atelier de mon grand-père.', consent: true }],
    numbers: { lifePath: { ...lifePath, path: [...lifePath.path] }, sheet },
    consents: { ai: true, start: true, textVersion: '1' },
  },
  ScriptRequested: {
    writingId,
    instructions: 'plus chaleureux',
    sections: [...sectionKeys],
    memoryKinds: ['childhood'],
  },
  ScriptAttempted: {
    writingId,
    n: 2,
    model: 'gpt',
    promptVersion: '1',
    promptHash: hash,
    previous: late,
    partial: null,
  },
  ScriptGenerated: {
    ...version,
    writingId,
    n: 2,
    sections: [...sectionKeys],
    model: 'gpt',
    promptVersion: '1',
    promptHash: hash,
    moderation: { verdict: 'clean', categories: [] },
    responseId: null,
    supportId: null,
    usage: null,
    costMicroUsd: 12_000,
  },
  ScriptFailed: { writingId, n: 1, ...late, supportId: null, partial: { ...emptyScript(), accueil: 'Bonjour' } },
  ScriptEdited: {
    ...version,
    words: 723,
    sections: ['accueil', 'portrait', 'elan', 'annee', 'cloture'],
    why: 'edited',
    restoredFrom: null,
  },
  CorrectionRequested: { textHash: hash, sections: ['elan'], comments: { ...emptyScript(), elan: 'Plus court.' } },
  ScriptApproved: {
    ...{ textHash: hash, fourEyes: 'anyWriter', linterVersion: '1' },
    ...{ blocking: [], overridden: false, overrideReason: null },
  },
  ApprovalWithdrawn: { reason: 'Une phrase à revoir' },
  RequestDeclined: { reason: null },
  RequestReopened: {},
  VideoRequested: {
    attempt,
    textHash: hash,
    acceptsDoublePayment: false,
    estimatedMicroUsd: 4_640_000,
    call: {
      idempotencyKey: 'key',
      title: 'title',
      avatarId: 'claire',
      voiceId: 'claire',
      engine: 'avatar_iii',
      resolution: '1080p',
      aspectRatio: '16:9',
      locale: 'fr-FR',
      pauses: false,
      bodyHash: hash,
    },
  },
  VideoSubmitted: { ...video, how: 'answered', supportId: null },
  VideoReady: { ...video, durationMs: 281_000 },
  VideoFailed: {
    ...video,
    code: 'rendering_failed',
    mayHaveCost: true,
    how: 'reported',
    supportId: null,
    comment: null,
  },
  VideoUncertain: { ...video, ...late },
  VideoArchived: { ...video, file: 'film.mp4', bytes: 84_000_000, sha256: hash, contentType: 'video/mp4' },
  ArchiveFailed: { ...video, n: 2, code: 'link_expired', mayHaveCost: false },
  VideoDelivered: { attempt, deliveryId: writingId },
  VideoRejected: { attempt, reason: 'Le son grésille' },
}

type Told = Parameters<typeof showFact>[0]

/** A fact of this type by Léa, as the desk hands it over. */
export function factOf<T extends FactType>(type: T, change: Partial<Told> = {}): Told {
  return {
    type,
    data: deeds[type],
    actor: { kind: 'admin', id: 'lea' },
    actorName: 'Léa Morvan',
    id: type,
    version: 1,
    recordedAt: '2026-11-23T08:12:00.000Z',
    ...change,
  } as Told
}

export const history: FactShown[] = (
  [
    ['BookRequested', '08:12'],
    ['ScriptRequested', '08:30'],
    ['ScriptAttempted', '08:32'],
    ['ScriptGenerated', '08:34'],
    ['ScriptEdited', '09:05'],
    ['ScriptApproved', '13:10'],
    ['VideoRequested', '13:12'],
    ['VideoSubmitted', '13:12'],
    ['VideoReady', '13:27'],
    ['VideoArchived', '13:28'],
  ] as const
).map(([type, at], index) => showFact(factOf(type, { version: index + 1, recordedAt: `2026-11-23T${at}:00.000Z` })))
