/** Every number of a person, in the shape that a fact records (`numerology.md` §4.1). */
import { isOld, toIsoDate, type BirthDate } from './birth-date.ts'
import * as dates from './date-numbers.ts'
import { readLetters, type Letters, type LettersProblem } from './letters.ts'
import { engineVersion, lifePath } from './life-path.ts'
import * as names from './name-numbers.ts'
import { debtPlaces, nameWarnings, type LifePathMethod, type NumberSheet } from './sheet-schema.ts'

/** All first names and the birth name, as they were written. */
export type Names = { firstNames: string; lastName: string }
export type Person = Names & { birthDate: BirthDate }

/** `on`: the day of the personal year, month and day. Where the letters are refused, the numbers of the name are null. */
export function numberSheet(person: Person & { on: BirthDate; method?: LifePathMethod }): NumberSheet {
  const { birthDate, on, method = 'vertical' } = person
  const found = { ...nameNumbers(person), ...dateNumbers(birthDate, on) }
  return {
    engineVersion,
    method,
    on: toIsoDate(on),
    oldDate: isOld(birthDate),
    ...found,
    debts: debtsOf({ ...found, lifePath: found.lifePath[method] }),
  }
}

/** Why the numbers of the name cannot be told, or null. */
export function nameProblem(person: Names): LettersProblem | null {
  const read = readNames(person)
  return read.ok ? null : read.code
}

/** The letters of both names, or the code of the first that is refused. */
export function readNames({
  firstNames,
  lastName,
}: Names): { ok: true; first: Letters; last: Letters } | { ok: false; code: LettersProblem } {
  const first = readLetters(firstNames)
  if (!first.ok) return first
  const last = readLetters(lastName)
  return last.ok ? { ok: true, first, last } : last
}

function nameNumbers(person: Names) {
  const read = readNames(person)
  if (!read.ok) return { letters: null, warnings: [], ...unknownName }
  const { first, last } = read
  const letters = first.letters + last.letters
  const grid = names.inclusionGrid(letters)
  return {
    letters: `${first.letters}|${last.letters}`,
    warnings: nameWarnings.filter((warning) => first.warnings.includes(warning) || last.warnings.includes(warning)),
    expression: names.expression(letters),
    soulUrge: names.soulUrge(letters),
    personality: names.personality(letters),
    active: names.active(first.words),
    hereditary: names.hereditary(last.letters),
    grid,
    missing: names.missingNumbers(grid),
  }
}

const unknownName = {
  ...{ expression: null, soulUrge: null, personality: null, active: null, hereditary: null, grid: null, missing: null },
}

function dateNumbers(birth: BirthDate, on: BirthDate) {
  return {
    lifePath: lifePathsOf(birth),
    birthday: dates.birthday(birth),
    personalYear: dates.personalYear(birth, on),
    personalMonth: dates.personalMonth(birth, on),
    personalDay: dates.personalDay(birth, on),
    challenges: [...dates.challenges(birth)],
    cycles: [...dates.cycles(birth)],
    pinnacles: [...dates.pinnacles(birth)],
    pinnacleAges: [...dates.pinnacleAges(birth)],
  }
}

/** Without method and version, which the sheet records once. */
function lifePathsOf(birth: BirthDate): NumberSheet['lifePath'] {
  const by = (chosen: LifePathMethod) => {
    const { value, base, path, master, debt } = lifePath(birth, chosen)
    return { value, base, path, master, debt }
  }
  return { vertical: by('vertical'), horizontal: by('horizontal'), components: by('components') }
}

function debtsOf(numbers: Record<(typeof debtPlaces)[number], { debt: number | null } | null>): NumberSheet['debts'] {
  return debtPlaces.flatMap((place) => {
    const debt = numbers[place]?.debt ?? null
    return debt === null ? [] : [{ place, debt }]
  })
}
