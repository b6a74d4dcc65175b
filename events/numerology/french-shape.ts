/** The sheet under the French names of `numerology-vectors.json`: what other programs and the auditors compare. */
import type { Reduced } from './reduction.ts'
import type { debtPlaces, NumberSheet } from './sheet-schema.ts'

export type FrenchNumber = { valeur: number; base: number; chemin: number[]; maitre: boolean; dette: number | null }
export type FrenchSheet = ReturnType<typeof frenchSheet>

/** The shape of `attendu`. Numbers of a refused name are null. */
export function frenchSheet(sheet: NumberSheet) {
  return {
    lettres: sheet.letters,
    cheminDeVie: {
      vertical: frenchNumber(sheet.lifePath.vertical),
      horizontal: frenchNumber(sheet.lifePath.horizontal),
      composants: frenchNumber(sheet.lifePath.components),
    },
    ...nameNumbers(sheet),
    anniversaire: frenchNumber(sheet.birthday),
    anneePersonnelle: frenchNumber(sheet.personalYear),
    moisPersonnel: frenchNumber(sheet.personalMonth),
    jourPersonnel: frenchNumber(sheet.personalDay),
    defis: sheet.challenges,
    cycles: sheet.cycles,
    realisations: sheet.pinnacles,
    realisationsAges: sheet.pinnacleAges,
    grille: sheet.grid && Object.fromEntries(sheet.grid.map((count, index) => [String(index + 1), count])),
    manquants: sheet.missing,
    dettes: sheet.debts.map(({ place, debt }) => ({ nombre: frenchPlaces[place], dette: debt })),
    avertissements: sheet.warnings,
  }
}

export function frenchNumber({ value, base, path, master, debt }: Reduced): FrenchNumber {
  return { valeur: value, base, chemin: path, maitre: master, dette: debt }
}

function nameNumbers({ expression, soulUrge, personality, active, hereditary }: NumberSheet) {
  return {
    expression: expression && frenchNumber(expression),
    intime: soulUrge && frenchNumber(soulUrge),
    realisation: personality && frenchNumber(personality),
    actif: active && frenchNumber(active),
    hereditaire: hereditary && frenchNumber(hereditary),
  }
}

const frenchPlaces: Record<(typeof debtPlaces)[number], string> = {
  lifePath: 'cheminDeVie',
  expression: 'expression',
  soulUrge: 'intime',
  personality: 'realisation',
  birthday: 'anniversaire',
}
