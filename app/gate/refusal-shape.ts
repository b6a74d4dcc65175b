/** A refusal as plain data, which an error boundary can show, and the few that a browser may have to tell by itself. */

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

/** A refusal in these words; `parts` replaces any of them. */
export function tellRefusal(
  status: number,
  [title, text]: readonly [string, string],
  parts: Partial<Omit<Refusal, 'tag' | 'status'>> = {},
): Refusal {
  return {
    ...{ tag: 'refusal', status, title, text, stale: null },
    back: { href: '/', label: 'Revenir à l’accueil' },
    ...parts,
  }
}

/** What Remix says no to, without asking us. */
export const ownWords = {
  404: ['Page introuvable', 'Cette page n’existe pas, ou n’existe plus.'],
  405: ['Méthode refusée', 'Cette adresse ne se demande pas de cette façon.'],
  500: ['Erreur imprévue', 'Quelque chose n’a pas fonctionné. L’incident est noté. Réessayez dans un instant.'],
} as const
