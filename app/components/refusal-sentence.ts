import type { RefusalCode } from '#events/refusal.ts'

/** Why the law said no, for a person: the reason, and what would help where something would. */
const sentences: Record<RefusalCode, string> = {
  request_unknown: 'Cette demande n’existe pas.',
  request_exists: 'Cette demande est déjà enregistrée.',
  script_being_written: 'ChatGPT écrit le script. Attendez la fin de l’écriture, ou arrêtez-la.',
  script_missing: 'Aucun script n’est écrit pour cette demande.',
  script_not_approved: 'Seul un script validé peut être filmé. Ce script ne l’est pas.',
  no_approval: 'Aucune validation n’est à retirer.',
  script_approved: 'Le script est validé. Retirez la validation pour le changer.',
  text_changed: 'Le texte a changé depuis que vous l’avez lu. Relisez-le avant de décider.',
  four_eyes: 'La personne qui a écrit ce texte ne peut pas le valider elle-même. Demandez une relecture.',
  script_blocked:
    'Ce texte enfreint des règles bloquantes. Corrigez-le, ou écrivez pourquoi vous le validez quand même.',
  correction_asked:
    'Une correction est demandée sur ce texte. Changez-le, ou laissez la personne qui l’a demandée le valider.',
  attempts_spent: 'ChatGPT a déjà essayé trois fois. Redemandez un script, ou écrivez-le à la main.',
  writing_superseded: 'Cette écriture n’est plus attendue\u00a0: une autre a commencé, ou elle est terminée.',
  no_writing: 'Aucune écriture n’est en cours.',
  video_open: 'Une vidéo est en production. Attendez qu’elle se termine.',
  video_exists: 'Cette demande a déjà sa vidéo.',
  approval_used: 'Cette validation a déjà sa vidéo. Une nouvelle vidéo demande une nouvelle validation.',
  video_uncertain: 'On ne sait pas encore si HeyGen a fait la vidéo. Nous vérifions avant toute autre étape.',
  no_video_awaited: 'Aucune vidéo lancée n’attend encore son issue.',
  attempt_unknown: 'Cette vidéo ne vient d’aucun lancement connu de la demande.',
  already_recorded: 'Cette nouvelle de HeyGen est déjà enregistrée.',
  video_not_archived: 'La vidéo n’est pas encore copiée chez nous.',
  request_declined: 'Cette demande est refusée. Rouvrez-la pour continuer.',
  request_not_declined: 'Cette demande n’est pas refusée.',
  not_now: 'Cette étape n’est pas possible dans l’état actuel de la demande.',
}

export const refusalSentence = (code: RefusalCode): string => sentences[code]
