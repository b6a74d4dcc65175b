import { toFrenchDate, type BirthDate } from './birth-date.ts'
import { reduce } from './reduction.ts'
import { lifePathMethods, type LifePathMethod, type NumberSheet } from './sheet-schema.ts'
import { addition, labelled, shown, toMaster, withReduction, type Working } from './working-lines.ts'

/** Chemin de vie by the method of the sheet; a note where another method would show a master (`numerology.md` §3). */
export function lifePathWorking({ lifePath, method }: NumberSheet, birth: BirthDate): Working {
  const found = lifePath[method]
  return {
    key: 'lifePath',
    name: 'Chemin de vie',
    value: shown(found),
    lines: withReduction(sums[method](birth), found),
    note: otherMasters(lifePath, method),
  }
}

const sums: Record<LifePathMethod, (birth: BirthDate) => string[]> = {
  vertical: ({ day, month, year }) => [addition([day, month, year])],
  // Every digit of 09/12/1906, the noughts too: so it is written where customers have seen it.
  horizontal: (birth) => [addition([...toFrenchDate(birth).replaceAll('/', '')].map(Number))],
  components: ({ day, month, year }) => [
    labelled('Jour', toMaster(day)),
    labelled('Mois', toMaster(month)),
    labelled('Année', toMaster(year)),
    addition([day, month, year].map((part) => reduce(part).value)),
  ],
}

/** « La méthode horizontale donne 11. » Two others give the same master: their base is the same, and no two masters share one. */
function otherMasters(lifePath: NumberSheet['lifePath'], method: LifePathMethod): string | null {
  const others = lifePathMethods.filter((other) => lifePath[other].master && !lifePath[method].master)
  const [first] = others
  if (first === undefined) return null
  const names = others.map((other) => methodNames[other]).join(' et ')
  const { value } = lifePath[first]
  return others.length > 1 ? `Les méthodes ${names} donnent ${value}.` : `La méthode ${names} donne ${value}.`
}

/** As in a sentence, after « la méthode ». */
export const methodNames: Record<LifePathMethod, string> = {
  vertical: 'verticale',
  horizontal: 'horizontale',
  components: 'par composants',
}
