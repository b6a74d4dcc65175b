/** What was typed into a form, ready to stand in it again. */
import type { StaleForm } from './refusal-shape.ts'

/** Never a password; what nobody typed goes along unseen. */
export function staleFields(values: Record<string, string>): StaleForm['fields'] {
  return Object.entries(values).map(([name, value]) => staleField(name, value))
}

function staleField(name: string, value: string): StaleForm['fields'][number] {
  const label = labels[name.split('.').at(-1) ?? ''] ?? name
  if (/passw|secret/i.test(name)) return { name, label, value: '', kind: 'password' }
  // What people do not type, and boxes they ticked.
  const unseen =
    /^requestId$|Hash$|^(intent|version|attempt|next|fix|restore|merged|section|memoriesShown|theme|blocking|writingId)$|^use\.|^(consent|accept)[A-Z]/.test(
      name,
    )
  return { name, label, value, kind: unseen ? 'hidden' : 'text' }
}

/** The words of our forms for their fields; an unlisted one shows its name. */
const labels: Record<string, string> = {
  firstNames: 'Prénoms',
  lastName: 'Nom de naissance',
  birthDay: 'Jour de naissance',
  birthMonth: 'Mois de naissance',
  birthYear: 'Année de naissance',
  accueil: 'Accueil',
  portrait: 'Portrait',
  elan: 'Élan',
  annee: 'Année',
  cloture: 'Clôture',
  heygenVideoId: 'Identifiant HeyGen',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  childhood: 'Un souvenir d’enfance',
  pride: 'Une fierté',
  turning: 'Un moment qui a compté',
  question: 'Une question',
  overrideReason: 'Motif de la validation',
  instructions: 'Consignes',
  reason: 'Motif',
  comment: 'Commentaire',
}
