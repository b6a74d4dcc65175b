import { statSync } from 'node:fs'

import { expect, test } from 'vitest'

import { createPlan } from '#demo/plan.ts'
import { heygenScenarios } from '#demo/heygen/scenarios.ts'
import { openAiScenarios } from '#demo/openai/scenarios.ts'
import { samples } from '#demo/samples.ts'
import { maxMemoryCharacters, memoryKinds, themes } from '#events/memories.ts'
import { lifePath } from '#events/numerology/life-path.ts'

test('each goal is reached by one person, and each plan can be planned', () => {
  const goals = samples.map(({ goal }) => goal)
  expect(goals).toEqual(['requested', 'drafted', 'approved', 'ready', 'uncertain', 'failed'])
  for (const { plan } of samples) {
    createPlan(openAiScenarios).add(plan.openai)
    createPlan(heygenScenarios).add(plan.heygen)
  }
})

test('the life paths are those of the birth dates, masters among them', () => {
  expect(samples.map(({ birthDate }) => lifePath(birthDate).value)).toEqual(samples.map((sample) => sample.lifePath))
  expect(samples.map((sample) => sample.lifePath)).toEqual(expect.arrayContaining([11, 22]))
})

test('the names try what names may hold, and nobody real is written to', () => {
  const names = samples.map(({ firstNames, lastName }) => `${firstNames} ${lastName}`).join(' ')
  for (const letter of ['œ', 'ø', 'ß', 'ễ', 'é', 'ë', '-', '’']) expect(names).toContain(letter)
  for (const { email } of samples) expect(email).toMatch(/^[a-z.-]+@exemple\.fr$/)
})

test('themes and memories are those of the form, some people giving none', () => {
  for (const { theme, memories } of samples) {
    if (theme !== null) expect(themes).toContain(theme)
    for (const { kind, text } of memories) {
      expect(memoryKinds).toContain(kind)
      expect(text.length).toBeLessThanOrEqual(maxMemoryCharacters)
    }
    expect(new Set(memories.map(({ kind }) => kind)).size).toBe(memories.length)
  }
  const given = samples.flatMap(({ memories }) => memories.map(({ kind }) => kind))
  expect(new Set(given)).toEqual(new Set(memoryKinds))
  expect(samples.some(({ theme, memories }) => theme === null && memories.length === 0)).toBe(true)
})

test('the film is small', () => {
  expect(statSync('demo/film.mp4').size).toBeLessThan(150_000)
})
