import type { Actor, Fact } from '#events/facts.ts'
import type { Archive } from '#db/archive.ts'

/** Names for the actors of a history: staff by their account, the customer by the request. */
export async function createNames(archive: Archive, facts: readonly Fact[]): Promise<(actor: Actor) => string> {
  const staff = await archive.listStaffNames()
  const first = facts[0]
  const customer = first?.type === 'BookRequested' ? (first.data.firstNames as string | null) : null
  return ({ kind, id }) => {
    switch (kind) {
      case 'admin':
      case 'auditor':
        return staff.get(id) ?? 'Un membre de l’équipe'
      case 'customer':
        return customer ?? 'La personne'
      case 'vendor':
        return id === 'openai' ? 'ChatGPT' : 'HeyGen'
      case 'system':
        return 'Récit'
    }
  }
}
