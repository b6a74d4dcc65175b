/** The words on the buttons of the desk, one for each verb a person may ask for. */

export type Intent =
  | 'generateScript'
  | 'stopScript'
  | 'editScript'
  | 'approveScript'
  | 'requestCorrection'
  | 'withdrawApproval'
  | 'declineRequest'
  | 'reopenRequest'
  | 'generateVideo'
  | 'generateVideoAgain'
  | 'attachVideo'
  | 'declareVideoFailed'

export const intentLabels: Record<Intent, { words: string; emoji?: string }> = {
  generateScript: { words: 'Écrire avec ChatGPT', emoji: '✨' },
  stopScript: { words: 'Arrêter l’écriture' },
  editScript: { words: 'Enregistrer' },
  approveScript: { words: 'Valider le script' },
  requestCorrection: { words: 'Demander une correction' },
  withdrawApproval: { words: 'Retirer la validation' },
  declineRequest: { words: 'Refuser la demande' },
  reopenRequest: { words: 'Rouvrir la demande' },
  generateVideo: { words: 'Lancer HeyGen', emoji: '🎥' },
  generateVideoAgain: { words: 'Relancer en acceptant un double paiement' },
  attachVideo: { words: 'Rattacher une vidéo' },
  declareVideoFailed: { words: 'Déclarer l’échec' },
}
