/** The linter against the labelled set: how much it catches, how often it cries for nothing, and that it points well. */
import { describe, expect, test } from 'vitest'

import { applyFix, lint } from '#events/lint/lint.ts'
import { rules } from '#events/lint/rules.ts'

import { blind4 } from './labelled-blind-4.ts'
import { openLabels } from './labelled-open.ts'
import { findingsIn, labelsOf, measured, scriptWith } from './labelled.ts'
import { subjects } from './subjects.ts'

describe('the open part', () => {
  const measure = measured(openLabels)

  test('holds enough sentences of both kinds', () => {
    expect(measure.toCatch).toBeGreaterThanOrEqual(600)
    expect(measure.clean).toBeGreaterThanOrEqual(350)
  })

  test('is caught at least at 95 %, with at most 5 % of false alarms', () => {
    expect(measure.recall, JSON.stringify(measure.wrong)).toBeGreaterThanOrEqual(0.95)
    expect(measure.falseAlarmRate, JSON.stringify(measure.wrong)).toBeLessThanOrEqual(0.05)
  })
})

describe('the part kept apart, by itself', () => {
  const measure = measured(labelsOf('apart', blind4))

  test('holds as many sentences as the rules were asked to be measured on', () => {
    expect([measure.toCatch, measure.clean]).toEqual([80, 80])
  })

  test('is caught at least at 95 %, with at most 5 % of false alarms', () => {
    expect(measure.recall, JSON.stringify(measure.wrong)).toBeGreaterThanOrEqual(0.95)
    expect(measure.falseAlarmRate, JSON.stringify(measure.wrong)).toBeLessThanOrEqual(0.05)
  })
})

test('no sentence is labelled twice', () => {
  expect(new Set(openLabels.map(({ of, text }) => `${of}: ${text}`)).size).toBe(openLabels.length)
})

test('every rule about a sentence has labelled ones; the others are about a section or the whole', () => {
  const labelled = new Set(openLabels.map(({ rule }) => rule))
  expect(Object.keys(rules).filter((rule) => !labelled.has(rule))).toEqual([
    'section_empty',
    'section_too_short',
    'length_words',
    'length_characters',
    'length_extreme',
    'sentences_long_on_average',
    'pauses_many',
    'first_name_missing',
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

test.each(openLabels)('$id: each finding points at what stands there, in French, with its full stop', (label) => {
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

test.each(openLabels.filter(({ rule }) => rule !== null))('$id: a fix leaves fewer findings of its rule', (label) => {
  const script = scriptWith(label)
  for (const { rule, section, fix } of findingsIn(label)) {
    if (fix === null || section === null) continue
    const count = (text: typeof script) => lint(text, subjects[label.of]).filter((found) => found.rule === rule).length
    expect(count(applyFix(script, section, fix)), `${rule}: ${fix.label}`).toBeLessThan(count(script))
  }
})
