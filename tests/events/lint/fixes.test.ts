/** One click: what a fix leaves. */
import { describe, expect, test } from 'vitest'

import { applyFix, lint } from '#events/lint/lint.ts'

import { goodScript, subjects } from './subjects.ts'

const good = goodScript('ada')

/** The text after the first fix of this rule. */
function mended(rule: string, text: string, subject = subjects.ada): string | undefined {
  const script = { ...good, elan: text }
  const found = lint(script, subject).find((each) => each.rule === rule && each.section === 'elan')
  return found?.fix ? applyFix(script, 'elan', found.fix).elan : undefined
}

test.each([
  ['digits', 'En 2026, marchez.', 'En deux mille vingt-six, marchez.'],
  ['digits', 'Le 1er mars.', 'Le premier mars.'],
  ['digits', 'La 1re fois.', 'La première fois.'],
  ['digits', 'La 2e fois.', 'La deuxième fois.'],
  ['digits', 'Comptez 1 200 pas.', 'Comptez mille deux cents pas.'],
  ['digits', 'Près de 3,5 heures.', 'Près de trois virgule cinq heures.'],
  ['symbol', 'Le thé & le pain.', 'Le thé et le pain.'],
  ['symbol', 'Marche et/ou dessin.', 'Marche ou dessin.'],
  ['symbol', 'Dix % de repos.', 'Dix pour cent de repos.'],
  ['parentheses', 'Une envie (parfois tue) revient.', 'Une envie, parfois tue, revient.'],
  ['parentheses', 'Une envie revient (parfois).', 'Une envie revient, parfois.'],
  ['quotes', 'Dites «\u202fmerci\u202f» à voix basse.', 'Dites merci à voix basse.'],
  ['markdown', 'Une **belle** journée.', 'Une belle journée.'],
  ['capitals', 'Une journée MAGNIFIQUE.', 'Une journée magnifique.'],
  ['gender', 'Chère Ada, marchez.', 'Bonjour Ada, marchez.'],
  ['gender', 'Bonjour chère Ada.', 'Bonjour Ada.'],
  ['fate', 'Demain, vous allez rire.', 'Demain, vous pouvez rire.'],
  ['number_differs', 'Votre chemin de vie est le huit.', 'Votre chemin de vie est le sept.'],
  ['pause', 'Un. <break time="5s"/> Deux.', 'Un. <break time="2s"/> Deux.'],
  ['pause', 'Un. <BREAK time="0.1s" /> Deux.', 'Un. Deux.'],
  ['pause_spacing', 'Un.<break time="1s"/>Deux.', 'Un. <break time="1s"/> Deux.'],
  ['lookalike_letters', 'Une f\u043erce.', 'Une force.'],
  ['hidden_characters', 'Une\u200b force.', 'Une force.'],
  ['decomposed_letters', 'Une e\u0301toile.', 'Une étoile.'],
])('%s: %j', (rule, before, after) => {
  expect(mended(rule, before)).toBe(after)
})

describe('a number that cannot be written is left to a person', () => {
  test.each(['123456789', '99999'])('%s', (digits) => {
    expect(mended('digits', `Comptez ${digits} pas.`)).toBeUndefined()
  })
})

test('is offered only where it leaves no other claim of its kind behind', () => {
  expect(mended('fate', 'Vous allez rencontrer une personne.')).toBe('Vous pouvez rencontrer une personne.')
  expect(mended('fate', 'Vous allez rencontrer la personne qui partagera votre vie.')).toBeUndefined()
})

describe('the first name, from the fifth time on', () => {
  const four = { ...subjects.ada, firstName: 'Zoé' }
  const often = 'Zoé. Zoé. Zoé. Zoé.'

  test.each([
    [`${often} Il y a, Zoé, une envie.`, `${often} Il y a, une envie.`],
    [`${often} Merci, Zoé.`, `${often} Merci.`],
    [`${often} Zoé, respirez.`, `${often} Respirez.`],
  ])('%j', (before, after) => {
    expect(mended('first_name_repeated', before, four)).toBe(after)
  })

  test('four times is no finding, nor is a longer name that begins like it', () => {
    const found = lint({ ...good, elan: `${often} Zoélie, Zoé-Line.` }, four).map(({ rule }) => rule)
    expect(found).not.toContain('first_name_repeated')
  })
})
