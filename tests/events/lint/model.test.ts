/** What a text as a model gave it is held to, and the first name, which every text says. */
import { describe, expect, test } from 'vitest'

import { lint } from '#events/lint/lint.ts'
import { sectionKeys, type Script } from '#events/script.ts'

import { goodScript, scriptOf, subjects } from './subjects.ts'

const { ada, model } = subjects
const codes = (script: Script, subject = ada) => lint(script, subject).map(({ rule }) => rule)
const good = goodScript('ada')

describe('the first name', () => {
  const texts = sectionKeys.map((key) => [key, good[key].replaceAll('Ada', 'vous')])
  const unnamed = Object.fromEntries(texts) as Script

  test('is missed in the welcome where nobody says it', () => {
    const found = lint(unnamed, ada).filter(({ rule }) => rule === 'first_name_missing')
    expect(found).toMatchObject([{ severity: 'block', section: 'accueil', start: unnamed.accueil.length }])
    expect(codes(good)).not.toContain('first_name_missing')
  })

  test.each([
    ['Élise', 'Bonjour ELISE.'],
    ['Jean-Noël', 'Bonjour Jean Noel.'],
    ['D’Arcy', "Bonjour D'Arcy."],
    ['Zo\u200bé', 'Bonjour Zoé.'],
    ['Ирина', 'Bonjour Ирина.'],
  ])('%s is said by %j, in any section', (firstName, said) => {
    const subject = { ...ada, firstName }
    expect(codes({ ...unnamed, annee: `${unnamed.annee} ${said}` }, subject)).not.toContain('first_name_missing')
    expect(codes({ ...unnamed, annee: `${unnamed.annee} Bonjour.` }, subject)).toContain('first_name_missing')
  })
})

describe('what a model gave', () => {
  test('names only what it was sent; a person names all of the sheet', () => {
    const elan = `${good.elan} Votre nombre actif est le cinq.`
    expect(codes({ ...good, elan })).not.toContain('number_differs')
    expect(codes({ ...good, elan }, model)).toContain('number_differs')
  })

  test('is no slip where it says « tu »', () => {
    const elan = `${good.elan} Tu es là.`
    expect(codes({ ...good, elan })).toEqual(expect.not.arrayContaining(['familiar_throughout']))
    expect(codes({ ...good, elan }, model)).toContain('familiar_throughout')
  })

  test('is held to no other rule: the good script passes', () => {
    for (let seed = 0; seed < 8; seed++) expect(lint(scriptOf(model, String(seed)), model)).toEqual([])
  })
})
