/** The linter against the labelled set: how much it catches, how often it cries for nothing, and that it points well. */
import { describe, expect, test } from 'vitest'

import { applyFix, lint } from '#events/lint/lint.ts'
import { rules } from '#events/lint/rules.ts'

import { apart } from './labelled-apart.ts'
import { caught } from './labelled-caught.ts'
import { clean } from './labelled-clean.ts'
import { findingsIn, labelsOf, measured, scriptWith } from './labelled.ts'
import { subjects } from './subjects.ts'

const openPart = labelsOf('open', { caught, clean })
const apartPart = labelsOf('apart', apart)
const all = [...openPart, ...apartPart]

describe.each([
  ['the open part', openPart, 60],
  ['the part kept apart', apartPart, 30],
])('%s', (_, labels, least) => {
  const measure = measured(labels)

  test('holds enough sentences of both kinds', () => {
    expect(measure.toCatch).toBeGreaterThanOrEqual(least)
    expect(measure.clean).toBeGreaterThanOrEqual(least)
  })

  test('is caught at least at 95 %, with at most 5 % of false alarms', () => {
    expect(measure.recall, JSON.stringify(measure.wrong)).toBeGreaterThanOrEqual(0.95)
    expect(measure.falseAlarmRate, JSON.stringify(measure.wrong)).toBeLessThanOrEqual(0.05)
  })
})

test('no sentence is labelled twice', () => {
  expect(new Set(all.map(({ of, text }) => `${of}: ${text}`)).size).toBe(all.length)
})

test('every rule about a sentence has labelled ones; the others are about a section or the whole', () => {
  const labelled = new Set(all.map(({ rule }) => rule))
  expect(Object.keys(rules).filter((rule) => !labelled.has(rule))).toEqual([
    'section_empty',
    'length_words',
    'length_characters',
    'length_extreme',
    'sentences_long_on_average',
    'pauses_many',
    'first_name_repeated',
    'notice_missing',
    'disclaimer_missing',
    'language',
  ])
})

test('the measure can fail: a sentence under a wrong label is counted', () => {
  const [first] = labelsOf('wrong', { caught: { money: ['Le silence vous va bien.'] }, clean: [] })
  const [second] = labelsOf('wrong', { caught: {}, clean: ['Jouez au loto.'] })
  expect(measured([first, second].filter((label) => label !== undefined))).toMatchObject({
    recall: 0,
    falseAlarmRate: 1,
  })
})

test.each(all)('$id: each finding points at what stands there, in French, with its full stop', (label) => {
  const script = scriptWith(label)
  for (const { section, start, end, excerpt, sentence, fix } of lint(script, subjects[label.of])) {
    expect(sentence).toMatch(/^\p{Lu}.*[.]$/u)
    expect(section === null ? '' : script[section].slice(start, end)).toBe(excerpt)
    if (fix === null) continue
    expect(fix.start).toBeGreaterThanOrEqual(0)
    expect(fix.end).toBeGreaterThanOrEqual(fix.start)
    expect(fix.end).toBeLessThanOrEqual(script[section ?? 'portrait'].length)
  }
})

test.each(all.filter(({ rule }) => rule !== null))('$id: a fix leaves fewer findings of its rule', (label) => {
  const script = scriptWith(label)
  for (const { rule, section, fix } of findingsIn(label)) {
    if (fix === null || section === null) continue
    const count = (text: typeof script) => lint(text, subjects[label.of]).filter((found) => found.rule === rule).length
    expect(count(applyFix(script, section, fix)), `${rule}: ${fix.label}`).toBeLessThan(count(script))
  }
})
