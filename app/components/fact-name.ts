import type { FactType } from '#events/facts.ts'

/** The short French name of each fact, for lists of steps. */
const names: Record<FactType, string> = {
  BookRequested: 'Demande reçue',
  ScriptRequested: 'Script demandé',
  ScriptAttempted: 'Écriture commencée',
  ScriptGenerated: 'Script écrit',
  ScriptFailed: 'Script en échec',
  ScriptEdited: 'Script enregistré',
  CorrectionRequested: 'Correction demandée',
  ScriptApproved: 'Script validé',
  ApprovalWithdrawn: 'Validation retirée',
  RequestDeclined: 'Demande refusée',
  RequestReopened: 'Demande rouverte',
  VideoRequested: 'Vidéo lancée',
  VideoSubmitted: 'Vidéo acceptée',
  VideoReady: 'Vidéo prête',
  VideoFailed: 'Vidéo en échec',
  VideoUncertain: 'Issue incertaine',
  VideoArchived: 'Vidéo copiée',
  ArchiveFailed: 'Copie en échec',
  VideoDelivered: 'Vidéo envoyée',
  VideoRejected: 'Vidéo refusée',
}

export const factName = (type: FactType): string => names[type]
