/** The customers' form: what it may hold, and the request that it makes. */
import { z } from 'zod'

import { memoryKinds, themes } from '#app/components/memory-words.ts'
import type { NewRequest } from '#app/desk/desk.ts'
import type { MemoryKind } from '#events/memories.ts'

/** Made for what was typed: whether a consent is needed depends on whether there are words to consent to. */
export function bookingSchema(typed: Record<string, string>) {
  const consentFor = (kind: MemoryKind) => (typed[`memories.${kind}`]?.trim() ? ticked(noConsent) : unticked)
  return z.object({
    firstNames: name('Indiquez vos prénoms.'),
    lastName: name('Indiquez votre nom de naissance.'),
    birthDay: part,
    birthMonth: part,
    birthYear: part,
    email: z
      .string()
      .trim()
      .max(254, 'Cette adresse est trop longue.')
      .pipe(z.email('Indiquez une adresse complète, par exemple prenom@exemple.fr.')),
    theme: z.enum(['', ...themes], 'Choisissez un thème de la liste, ou aucun.').optional(),
    'memories.childhood': memory,
    'consentMemory.childhood': consentFor('childhood'),
    'memories.pride': memory,
    'consentMemory.pride': consentFor('pride'),
    'memories.turning': memory,
    'consentMemory.turning': consentFor('turning'),
    'memories.question': memory,
    'consentMemory.question': consentFor('question'),
    consentAi: ticked('Cet accord est nécessaire pour écrire et filmer votre lecture.'),
    consentStart: ticked('Cet accord est nécessaire pour commencer tout de suite.'),
  })
}

const name = (sentence: string) => z.string().trim().min(1, sentence).max(120, 'Cent vingt caractères au plus.')
const part = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/, 'Indiquez le jour, le mois et l’année en chiffres.')
  .transform(Number)
const memory = z.string().trim().max(300, 'Trois cents caractères au plus.').optional()
const ticked = (sentence: string) => z.string({ error: sentence }).min(1, sentence)
const unticked = z.string().optional()
const noConsent = 'Ces mots ne peuvent être lus sans cet accord. Cochez-le, ou effacez-les.'

/** Of a form that the schema let through: each of its memories has its consent. A consent without words is nothing. */
export function bookingOf(form: z.output<ReturnType<typeof bookingSchema>>): NewRequest {
  const { firstNames, lastName, email, theme, birthDay: day, birthMonth: month, birthYear: year } = form
  const memories = memoryKinds.flatMap((kind) => {
    const text = form[`memories.${kind}`]
    return text ? [{ kind, text }] : []
  })
  const birthDate = { day, month, year }
  return { firstNames, lastName, birthDate, email, theme: theme || null, memories, consents: { ai: true, start: true } }
}
