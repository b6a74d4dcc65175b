/** One fact, one plain French sentence: what the timeline and the audit say. */
import type { FactData, FactType, LawEvent } from '#events/facts.ts'
import type { Script } from '#events/script.ts'

import { duration } from './dates.ts'
import { shortFailure } from './failure-sentence.ts'
import { dollars } from './money.ts'
import { sectionsNamed } from './section-names.ts'
import { counted, fileSize, fr } from './typography.ts'

/** A fact and the name of who did it. Personal fields of an erased request read as `null`, whatever the schema says. */
export type ToldFact = LawEvent & { actorName: string }

export function factSentence(fact: ToldFact): string {
  const who = fact.actorName
  switch (fact.type) {
    case 'BookRequested':
      return asked(fact.data.firstNames)
    case 'ScriptRequested':
      return scriptRequested(who, fact.data)
    case 'ScriptAttempted':
      return attempted(fact.data)
    case 'ScriptGenerated':
      return generated(fact.data)
    case 'ScriptFailed':
      return scriptFailed(fact)
    case 'ScriptEdited':
      return `${who} ${edited(fact.data)}, ${counted(fact.data.words, 'mot', 'mots')}.`
    case 'CorrectionRequested':
      return correction(who, fact.data)
    case 'ScriptApproved':
      return approved(who, fact.data)
    case 'ApprovalWithdrawn':
      return `${who} a retiré la validation.${motive(fact.data.reason)}`
    case 'RequestDeclined':
      return `${who} a refusé la demande.${motive(fact.data.reason)}`
    case 'RequestReopened':
      return `${who} a rouvert la demande.`
    case 'VideoRequested':
      return launched(who, fact.data)
    case 'VideoSubmitted':
      return submitted(who, fact.data.how)
    case 'VideoReady':
      return `HeyGen a terminé la vidéo${fact.data.durationMs === null ? '' : `, ${duration(fact.data.durationMs / 1000)}`}.`
    case 'VideoFailed':
      return videoFailed(who, fact.data)
    case 'VideoUncertain':
      return `${shortFailure({ ...fact.data, fact: fact.type })} L’issue de la vidéo est incertaine.`
    case 'VideoArchived':
      return `La vidéo est copiée chez nous, ${fileSize(fact.data.bytes)}.`
    case 'ArchiveFailed':
      return `La copie de la vidéo a échoué, essai ${fact.data.n}. ${shortFailure({ ...fact.data, fact: fact.type })}`
    case 'VideoDelivered':
      return `${who} a envoyé la vidéo.`
    case 'VideoRejected':
      return `${who} a refusé la vidéo.${motive(fact.data.reason)}`
    default:
      return untold(fact)
  }
}

function asked(firstNames: string | null): string {
  const first = firstNames?.trim().split(/\s+/u)[0] ?? ''
  return first === '' ? 'Une lecture a été demandée.' : `${first} a demandé une lecture.`
}

function attempted({ n, previous, partial }: FactData<'ScriptAttempted'>): string {
  const begun = n === 1 ? 'ChatGPT a commencé à écrire.' : `ChatGPT recommence, essai ${n}.`
  const kept = partial === null ? '' : ' Le début du texte est conservé.'
  return previous === null ? begun : `${shortFailure({ ...previous, fact: 'ScriptAttempted' })}${kept} ${begun}`
}

/** What was asked for is read where it is replayed, whatever has become of the text since. */
function correction(who: string, { sections, comments }: FactData<'CorrectionRequested'>): string {
  const told = sections.map((key) => {
    const comment = (comments as Script | null)?.[key].trim() ?? ''
    return comment === '' ? sectionsNamed([key]) : fr`${sectionsNamed([key])} : « ${comment} »`
  })
  return `${who} a demandé une correction. ${told.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join(', ')}.`
}

function scriptRequested(who: string, { instructions, sections }: FactData<'ScriptRequested'>): string {
  const what = sections.length === 5 ? 'un script' : `de réécrire ${sectionsNamed(sections)}`
  return `${who} a demandé à ChatGPT ${what}${instructions === null ? '' : ', avec une consigne'}.`
}

function generated({ words, sections, usage, costMicroUsd }: FactData<'ScriptGenerated'>): string {
  const what = sections.length === 5 ? 'écrit le script' : `réécrit ${sectionsNamed(sections)}`
  const tokens = usage === null ? '' : `, ${counted(usage.input + usage.output, 'jeton', 'jetons')}`
  const cost = costMicroUsd === null ? '' : `, ${dollars(costMicroUsd)}`
  return `ChatGPT a ${what}, ${counted(words, 'mot', 'mots')}${tokens}${cost}.`
}

function edited({ why, restoredFrom }: FactData<'ScriptEdited'>): string {
  switch (why) {
    case 'edited':
      return 'a enregistré le script'
    case 'fixed':
      return 'a corrigé le script d’après une remarque'
    case 'merged':
      return 'a fusionné deux textes'
    case 'restored':
      return `a repris le texte de l’étape ${restoredFrom ?? ''}`
  }
}

function approved(who: string, { overridden, overrideReason, blocking }: FactData<'ScriptApproved'>): string {
  if (!overridden) return `${who} a validé le script.`
  return `${who} a validé le script malgré ${counted(blocking.length, 'règle bloquante', 'règles bloquantes')}.${motive(overrideReason)}`
}

function scriptFailed({ type, data, actor, actorName }: ToldFact & { type: 'ScriptFailed' }): string {
  const stopped = actor.kind === 'admin' ? `${actorName} a arrêté l’écriture.` : null
  const cost = data.mayHaveCost ? ' Coût possible.' : ''
  const kept = data.partial === null ? '' : ' Le début du texte est conservé.'
  return `${stopped === null ? shortFailure({ ...data, fact: type }) : stopped + cost}${kept}`
}

function launched(who: string, { acceptsDoublePayment, estimatedMicroUsd }: FactData<'VideoRequested'>): string {
  const price = `environ ${dollars(estimatedMicroUsd)}`
  if (acceptsDoublePayment) return `${who} a relancé la vidéo, ${price}, en acceptant un double paiement.`
  return `${who} a lancé la vidéo, ${price}.`
}

function submitted(who: string, how: FactData<'VideoSubmitted'>['how']): string {
  switch (how) {
    case 'answered':
      return 'HeyGen a accepté la vidéo.'
    case 'found':
      return 'La vidéo a été retrouvée chez HeyGen.'
    case 'attached':
      return `${who} a rattaché une vidéo de HeyGen.`
  }
}

function videoFailed(who: string, data: FactData<'VideoFailed'>): string {
  if (data.how === 'declared') {
    return `${who} a déclaré l’échec de la vidéo.${data.mayHaveCost ? ' Coût possible.' : ''}${motive(data.comment)}`
  }
  return `${data.how === 'refused' ? 'La vidéo n’a pas été lancée.' : 'La vidéo a échoué.'} ${shortFailure({ ...data, fact: 'VideoFailed' })}`
}

const motive = (reason: string | null) =>
  reason === null || reason.trim() === '' ? '' : fr` Motif : « ${reason.trim()} ».`

/** Does not compile while a fact has no sentence; a log from a newer version still shows something. */
const untold = (fact: never): string => `Fait enregistré${nameOf(fact)}.`
const nameOf = (fact: { type?: FactType }) => (fact.type === undefined ? '' : ` (${fact.type})`)
