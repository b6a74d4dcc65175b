/** A refusal as plain data, which an error boundary can show. This file reaches the browser: no Node here. */

/** A form whose token no longer holds, ready to be sent again. `fields` hold what was typed; never a password. */
export type StaleForm = {
  action: string
  csrf: string
  commandId: string
  fields: { name: string; label: string; value: string; kind: 'text' | 'hidden' | 'password' }[]
  /** Where to sign in first, beside this page; null where nobody has to. */
  signIn: string | null
}

export type Refusal = {
  tag: 'refusal'
  status: number
  title: string
  text: string
  back: { href: string; label: string } | null
  stale: StaleForm | null
}

/** The words of the link to `signIn`; it opens another tab, for what was typed exists in this page only. */
export const signInLabel = 'Se connecter dans un autre onglet'

/** Recognises the data of a refusal in what an error boundary received (`useRouteError()`, `error.data`). */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'tag' in value && value.tag === 'refusal'
}

/** The words for one status; `parts` replaces any of them. */
export function refusal(status: RefusalStatus, parts: Partial<Omit<Refusal, 'tag' | 'status'>> = {}): Refusal {
  const [title, text] = words[status]
  return {
    tag: 'refusal',
    status,
    title,
    text,
    back: { href: '/', label: 'Revenir à l’accueil' },
    stale: null,
    ...parts,
  }
}

export type RefusalStatus = keyof typeof words

const words = {
  400: ['Demande illisible', 'Cette demande est abîmée ou incomplète. Revenez en arrière et recommencez.'],
  403: ['Accès refusé', 'Vous n’avez pas le droit de faire cela.'],
  404: ['Page introuvable', 'Cette page n’existe pas, ou n’existe plus.'],
  405: ['Méthode refusée', 'Cette adresse ne se demande pas de cette façon.'],
  409: ['Déjà changé', 'La situation a changé entre-temps. Rien n’a été enregistré.'],
  413: ['Envoi trop volumineux', 'Ce que vous avez envoyé est trop long. Raccourcissez le texte et recommencez.'],
  415: ['Format refusé', 'Cette adresse n’accepte que les formulaires du site.'],
  421: ['Mauvaise adresse', 'Ce serveur ne répond pas sous ce nom. Ouvrez le site par son adresse habituelle.'],
  422: ['À corriger', 'Une valeur n’est pas acceptée. Revenez en arrière et corrigez-la.'],
  429: ['Trop d’essais', 'Patientez un peu avant de recommencer.'],
  500: ['Erreur imprévue', 'Quelque chose n’a pas fonctionné. L’incident est noté. Réessayez dans un instant.'],
  503: ['Le journal ne répond pas', 'Le journal ne répond pas pour le moment. Réessayez dans quelques secondes.'],
} as const
