/** The numbers of a name, from letters A to Z (`numerology.md` §1, §4.1). */
import { reduce, type Reduced } from './reduction.ts'

/** A=1 … I=9, J=1 … R=9, S=1 … Z=8. */
export function letterValue(letter: string): number {
  return ((letter.charCodeAt(0) - 'A'.charCodeAt(0)) % 9) + 1
}

export function letterSum(letters: string): number {
  return [...letters].reduce((sum, letter) => sum + letterValue(letter), 0)
}

/** Y is always a vowel; W never is. */
export const vowelsOf = (letters: string) => letters.replace(/[^AEIOUY]/g, '')
export const consonantsOf = (letters: string) => letters.replace(/[AEIOUY]/g, '')

/** Nombre d’expression: all letters, reduced once. */
export const expression = (letters: string): Reduced => reduce(letterSum(letters))

/** Nombre intime: the vowels. */
export const soulUrge = (letters: string): Reduced => reduce(letterSum(vowelsOf(letters)))

/** Nombre de réalisation: the consonants. */
export const personality = (letters: string): Reduced => reduce(letterSum(consonantsOf(letters)))

/** Nombre actif: the first of the first names, a compound with a hyphen being one. */
export const active = (firstNames: readonly string[]): Reduced => reduce(letterSum(firstNames[0] ?? ''))

/** Nombre héréditaire: the birth name, particle included. */
export const hereditary = (lastName: string): Reduced => reduce(letterSum(lastName))

/** Grille d’inclusion: how many letters have the value 1, 2 … 9. */
export function inclusionGrid(letters: string): number[] {
  return digits.map((digit) => [...letters].filter((letter) => letterValue(letter) === digit).length)
}

/** Nombres manquants: the digits that no letter has. */
export const missingNumbers = (grid: readonly number[]): number[] => digits.filter((digit) => grid[digit - 1] === 0)

export const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
