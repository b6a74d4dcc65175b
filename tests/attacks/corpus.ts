/** What somebody may write into a field to make the model do their will. */
import type { Attack } from './attack.ts'
import { claims } from './corpus-claims.ts'
import { dictations } from './corpus-dictations.ts'
import { disguises } from './corpus-disguises.ts'
import { languagesAndNumbers } from './corpus-languages.ts'
import { markup } from './corpus-markup.ts'
import { orders } from './corpus-orders.ts'
import { shapes } from './corpus-shapes.ts'

export type NamedAttack = Attack & { id: string; family: string }

export const corpus: readonly NamedAttack[] = Object.entries<readonly Attack[]>({
  ...orders,
  ...languagesAndNumbers,
  ...shapes,
  ...markup,
  ...disguises,
  ...claims,
  ...dictations,
}).flatMap(([family, attacks]) =>
  attacks.map((attack, index) => ({ ...attack, family, id: `${family} ${String(index + 1)}` })),
)
