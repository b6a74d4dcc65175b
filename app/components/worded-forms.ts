/** The forms beside the editor into which people type words of their own. */
import { sections } from './speech.ts'
import { fr } from './typography.ts'

type Worded = {
  /** Over the words, where they wait for another decision. */
  title: string
  fields: readonly { name: string; label: string; id: string }[]
}

const one = (name: string, label: string, id = name) => [{ name, label, id }]

export const wordedForms = {
  requestCorrection: {
    title: 'Votre demande de correction',
    fields: sections.map(({ key, name }) => ({ name: `comment.${key}`, label: name, id: `comment.${key}` })),
  },
  withdrawApproval: {
    title: 'Votre motif',
    fields: one('reason', fr`Pourquoi ? (facultatif)`, 'withdrawApproval-reason'),
  },
  declineRequest: {
    title: 'Votre motif',
    fields: one('reason', 'Motif, gardé au journal (facultatif)', 'declineRequest-reason'),
  },
  declareVideoFailed: {
    title: 'Votre commentaire',
    fields: one('comment', fr`Elle n'existe pas. Comment le savez-vous ? (facultatif)`),
  },
  approveScript: {
    title: 'Votre motif de validation',
    fields: one('overrideReason', fr`Pourquoi valider malgré les points bloquants ?`),
  },
} satisfies Record<string, Worded>

export type WordedIntent = keyof typeof wordedForms

export const namesIn = (intent: WordedIntent): string[] => wordedForms[intent].fields.map(({ name }) => name)

export const isWorded = (intent: string | undefined): intent is WordedIntent =>
  intent !== undefined && Object.hasOwn(wordedForms, intent)

/** Whether words of a person's own came with a form that may be refused. */
export const bringsWords = (values: Record<string, string>): boolean =>
  Object.values(wordedForms).some(({ fields }) => fields.some(({ name }) => (values[name] ?? '').trim() !== ''))
