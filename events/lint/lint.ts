/** The linter of spoken scripts: all rules of `script-writing.md` over a script, findings in reading order. */
import { sectionKeys, type Script, type SectionKey } from '../script.ts'
import { addressFindings } from './addresses.ts'
import { announcementFindings } from './announcements.ts'
import { claimFindings } from './claims.ts'
import { digitFindings } from './digits.ts'
import { dutyFindings } from './duties.ts'
import type { Finding, Fix, Lint, LintSubject } from './finding.ts'
import { familiarFindings } from './familiar-you.ts'
import { firstNameFindings } from './first-name.ts'
import { genderFindings } from './gender.ts'
import { insultFindings } from './insults.ts'
import { languageFindings } from './language.ts'
import { emptyFindings, lengthFindings } from './length.ts'
import { letterFindings } from './letters.ts'
import { markupFindings } from './markup.ts'
import { numberFindings } from './numbers.ts'
import { readPassage, type Passage } from './passage.ts'
import { pauseFindings } from './pauses.ts'
import { properNameFindings } from './proper-names.ts'
import { roleFindings } from './role.ts'
import { averageFindings, longSentences } from './sentences.ts'
import { signFindings } from './signs.ts'
import { typographyFindings } from './typography.ts'

/** Pure; findings about the whole first, then by section, place and rule. */
export const lint: Lint = (script, subject) => {
  const passages = sectionKeys.map((key) => readPassage(key, script[key]))
  const all = [
    ...lengthFindings(script),
    ...averageFindings(passages),
    ...pauseFindings(passages, subject),
    ...firstNameFindings(passages, subject),
    ...passages.flatMap((passage) => sectionFindings(passage, subject)),
  ]
  return withoutShadowed(all).toSorted(inReadingOrder)
}

/** The script with one fix applied in this section; the other sections are the same. */
export function applyFix(script: Script, section: SectionKey, { start, end, replacement }: Fix): Script {
  const text = script[section]
  return { ...script, [section]: text.slice(0, start) + replacement + text.slice(end) }
}

const perSection: readonly ((passage: Passage, subject: LintSubject) => Finding[])[] = [
  emptyFindings,
  longSentences,
  digitFindings,
  signFindings,
  typographyFindings,
  markupFindings,
  addressFindings,
  announcementFindings,
  genderFindings,
  familiarFindings,
  numberFindings,
  properNameFindings,
  claimFindings,
  insultFindings,
  dutyFindings,
  languageFindings,
  roleFindings,
  letterFindings,
]

/** Nobody reads more of one rule in a section, and a text made of signs alone stays quick. */
const mostOfARule = 200

function sectionFindings(passage: Passage, subject: LintSubject): Finding[] {
  const counts = new Map<string, number>()
  return perSection
    .flatMap((rule) => rule(passage, subject))
    .filter(({ rule }) => {
      counts.set(rule, (counts.get(rule) ?? 0) + 1)
      return (counts.get(rule) ?? 0) <= mostOfARule
    })
}

/** Inside of these, signs and letters are no matter of style: the whole piece has to go. */
const structural = new Set(['markdown', 'address', 'code', 'stage_direction', 'emoji', 'language', 'foreign_sentence'])
const stylistic = new Set(['symbol', 'digits', 'parentheses', 'quotes', 'capitals', 'hidden_characters', 'code'])

function withoutShadowed(findings: readonly Finding[]): Finding[] {
  const shades = findings.filter(({ rule }) => structural.has(rule))
  return findings.filter(
    (found) => !stylistic.has(found.rule) || !shades.some((shade) => shade !== found && covers(shade, found)),
  )
}

function covers(shade: Finding, found: Finding): boolean {
  if (shade.section !== found.section || shade.start > found.start || shade.end < found.end) return false
  return found.rule !== 'code' || shade.end - shade.start > found.end - found.start
}

function inReadingOrder(a: Finding, b: Finding): number {
  return place(a) - place(b) || a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}

function place({ section }: Finding): number {
  return section === null ? -1 : sectionKeys.indexOf(section)
}
