/** How each number of a sheet comes about: customers compare with other pages, so the working is shown (`numerology.md` §5). */
import type { debtPlaces, NumberSheet } from './sheet-schema.ts'
import type { Person } from './sheet.ts'
import { dateWorkings } from './working-date.ts'
import { lifePathWorking } from './working-life-path.ts'
import { labelled, type Working } from './working-lines.ts'
import { nameTitles, nameWorkings } from './working-name.ts'

export type { Working }

/** `person` is the one the sheet was made of. A refused name has its entries too, with « – » and the reason as a note. */
export function workingOf(sheet: NumberSheet, person: Person): Working[] {
  return [
    lifePathWorking(sheet, person.birthDate),
    ...nameWorkings(sheet, person),
    debtsWorking(sheet),
    ...dateWorkings(sheet, person.birthDate),
  ]
}

/** Dettes karmiques: 13, 14, 16 or 19 met on the way. */
function debtsWorking(sheet: NumberSheet): Working {
  return {
    key: 'debts',
    name: 'Dettes karmiques',
    value: sheet.debts.length > 0 ? sheet.debts.map(({ debt }) => debt).join(', ') : 'aucune',
    lines: sheet.debts.map(({ place }) => labelled(placeTitles[place], pathTo(sheet, place).join(' → '))),
    note: sheet.debts.length > 0 ? 'Une dette karmique est un 13, un 14, un 16 ou un 19 rencontré en chemin.' : null,
  }
}

type Place = (typeof debtPlaces)[number]

const pathTo = (sheet: NumberSheet, place: Place) =>
  (place === 'lifePath' ? sheet.lifePath[sheet.method] : sheet[place])?.path ?? []

const placeTitles: Record<Place, string> = {
  lifePath: 'Chemin de vie',
  expression: nameTitles.expression,
  soulUrge: nameTitles.soulUrge,
  personality: nameTitles.personality,
  birthday: 'Nombre d’anniversaire',
}
