/** The words of every refusal. */
import { ownWords, tellRefusal, type Refusal } from './refusal-shape.ts'

export type RefusalStatus = keyof typeof words

/** The words for one status; `parts` replaces any of them. */
export const refusal = (status: RefusalStatus, parts: Partial<Omit<Refusal, 'tag' | 'status'>> = {}): Refusal =>
  tellRefusal(status, words[status], parts)

const words = {
  ...ownWords,
  400: ['Demande illisible', 'Cette demande est abîmée ou incomplète. Revenez en arrière et recommencez.'],
  403: ['Accès refusé', 'Vous n’avez pas le droit de faire cela.'],
  409: ['Déjà changé', 'La situation a changé entre-temps. Rien n’a été enregistré.'],
  413: ['Envoi trop volumineux', 'Ce que vous avez envoyé est trop long. Raccourcissez le texte et recommencez.'],
  415: ['Format refusé', 'Cette adresse n’accepte que les formulaires du site.'],
  421: ['Mauvaise adresse', 'Ce serveur ne répond pas sous ce nom. Ouvrez le site par son adresse habituelle.'],
  422: ['À corriger', 'Une valeur n’est pas acceptée. Revenez en arrière et corrigez-la.'],
  429: ['Trop d’essais', 'Patientez un peu avant de recommencer.'],
  503: ['Le journal ne répond pas', 'Le journal ne répond pas pour le moment. Réessayez dans quelques secondes.'],
} as const
