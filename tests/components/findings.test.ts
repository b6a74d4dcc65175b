/** Which remarks stand beside a text, and how they are counted. */
import { describe, expect, test } from 'vitest'

import type { Finding } from '#events/lint/finding.ts'

import { findingCounts, fixName, freshest, isOutdated } from '#app/components/findings.ts'

import { script } from './samples.ts'

const finding = (severity: Finding['severity'], section: Finding['section'] = 'elan'): Finding => ({
  ...{ rule: 'digits', severity, section, start: 3, end: 5, excerpt: '11', sentence: 'Non.', fix: null },
})
const typed = { ...script, elan: 'Autre chose.' }

test('counts, in French', () => {
  const counts = (...all: Finding['severity'][]) =>
    findingCounts(all.map((severity) => finding(severity)))?.replaceAll('\u00a0', ' ')
  expect(counts()).toBeUndefined()
  expect(counts('block')).toBe('1 point bloquant')
  expect(counts('warn', 'warn')).toBe('2 conseils')
  expect(counts('warn', 'block', 'block', 'warn', 'warn')).toBe('2 points bloquants, 3 conseils')
})

test('the button of a fix names what the desk reads', () => {
  expect(fixName(finding('warn'))).toBe('digits@elan:3')
})

describe('of what the page and the autosave say', () => {
  const told = { findings: [finding('warn')], of: script }
  const own = { findings: [finding('block')], of: typed }

  test('that of the very text in the fields', () => {
    expect(freshest(script, told, own)).toBe(told)
    expect(freshest(typed, told, own)).toBe(own)
    expect(freshest(script, told, null)).toBe(told)
  })

  test('of neither: what was said last', () => {
    expect(freshest({ ...script, elan: 'Encore autre chose.' }, told, own)).toBe(own)
  })

  test('a section is to be looked at again once its own words have changed, the whole once any have', () => {
    expect([isOutdated(told, typed, 'elan'), isOutdated(told, typed, 'annee')]).toEqual([true, false])
    expect([isOutdated(told, typed, null), isOutdated(told, script, null)]).toEqual([true, false])
  })
})
