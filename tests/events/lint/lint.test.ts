/** A script as a whole: what passes, what is missing, in which order it is said, and how long it takes. */
import { describe, expect, test } from 'vitest'

import { spokenDisclaimer, spokenNotice } from '#app/lib/script-instructions.ts'
import { hostileText } from '#demo/openai/hostile.ts'
import { applyFix, lint } from '#events/lint/lint.ts'
import { neverFromModel, rules } from '#events/lint/rules.ts'
import * as duties from '#events/lint/spoken-duties.ts'
import { emptyScript, sectionKeys, type Script } from '#events/script.ts'

import { goodScript, scriptOf, sheetFor, subjects } from './subjects.ts'

const { ada, noe } = subjects
const codes = (script: Script, subject = ada) => lint(script, subject).map(({ rule }) => rule)
const good = goodScript('ada')

describe('a good script', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 22, 33])(
    'of life path %i raises nothing, however it is worded',
    (lifePath) => {
      for (let seed = 0; seed < 8; seed++) {
        const subject = { ...ada, sheet: sheetFor(lifePath) }
        expect(lint(scriptOf(subject, String(seed)), subject)).toEqual([])
      }
    },
  )

  test('of another sheet names numbers that are not its own', () => {
    expect(codes(scriptOf({ ...ada, sheet: sheetFor(9) }))).toContain('number_differs')
    expect(codes(scriptOf({ ...noe, firstName: 'Ada', sheet: sheetFor(22) }), noe)).toContain('master_number')
  })

  test('passes with typewriter signs but for its typography, which one click a section mends', () => {
    const typed = mapped(good, (text) => text.replaceAll('’', "'").replace(/\u202f/gu, ' '))
    const found = lint(typed, ada)
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['typography']))
    expect(found.length).toBeLessThanOrEqual(5)
    const mended = found.reduce(
      (script, { section, fix }) => (section && fix ? applyFix(script, section, fix) : script),
      typed,
    )
    expect(mended).toEqual(good)
  })
})

describe('what must be said', () => {
  test('is word for word what the model is told', () => {
    expect([duties.spokenNotice, duties.spokenDisclaimer]).toEqual([spokenNotice, spokenDisclaimer])
  })

  test.each([
    ['accueil', 'notice_missing', spokenNotice],
    ['cloture', 'disclaimer_missing', spokenDisclaimer],
  ] as const)('is missed in %s, and added at its end', (section, rule, sentence) => {
    const without = { ...good, [section]: good[section].replace(sentence, '').trim() }
    const found = lint(without, ada).find((each) => each.rule === rule)
    expect(found).toMatchObject({ severity: 'block', section })
    expect(found?.fix && applyFix(without, section, found.fix)[section]).toBe(`${without[section]} ${sentence}`)
  })

  test('may be said in other words', () => {
    const accueil = good.accueil.replace(
      spokenNotice,
      'Un avatar vous parle ici, et une intelligence artificielle a écrit ce texte, relu par notre équipe.',
    )
    expect(codes({ ...good, accueil })).not.toContain('notice_missing')
  })
})

describe('length', () => {
  test('a word or three are no section', () => {
    const short = (elan: string) => codes({ ...good, elan }).filter((rule) => rule.startsWith('section_'))
    expect(short('Bien sûr, voilà.')).toEqual(['section_too_short'])
    expect(short('Il invite à écouter.')).toEqual([])
    expect(short(' <break time="1s"/> ')).toEqual(['section_empty'])
  })

  test('an empty script blocks in every section', () => {
    expect(codes(emptyScript()).filter((rule) => rule === 'section_empty')).toHaveLength(5)
    expect(codes(emptyScript())).toContain('length_extreme')
  })

  test('near the target warns, far from it blocks', () => {
    const sentence = ' Une journée tranquille laisse venir une pensée simple.'
    expect(lint({ ...good, elan: '' }, ada).find(({ rule }) => rule === 'length_words')?.severity).toBe('warn')
    expect(codes({ ...good, elan: good.elan + sentence.repeat(10) })).toContain('length_words')
    expect(codes({ ...good, elan: good.elan + sentence.repeat(20) })).toContain('length_characters')
    expect(codes({ ...good, elan: good.elan + sentence.repeat(60) })).toContain('length_extreme')
  })

  test('sentences are counted one by one and on average', () => {
    const slow = 'Une pensée simple vient, puis une autre encore'
    const long = `${slow}, ${slow.toLowerCase()}, ${slow.toLowerCase()}, ${slow.toLowerCase()}.`
    const script = mapped(good, () => long)
    expect(codes(script)).toEqual(expect.arrayContaining(['sentence_too_long', 'sentences_long_on_average']))
  })
})

describe('what a model must never write', () => {
  test('names rules that exist and block', () => {
    for (const rule of neverFromModel) expect(rules).toHaveProperty([rule, 'severity'], 'block')
  })

  test.each(hostileText.split('\n'))('%j is blocked', (line) => {
    const found = lint({ ...good, portrait: `${good.portrait}\n${line}` }, ada)
    expect(found.some(({ rule }) => neverFromModel.has(rule))).toBe(true)
  })

  test('a section in another language', () => {
    const elan = 'Take a slow breath. Let it go. Your path is open now. This is for you and you alone.'
    expect(lint({ ...good, elan }, ada).find(({ rule }) => rule === 'language')).toMatchObject({ section: 'elan' })
    const noise = 'Zorglub plim tradu kelvo, minta sobrel crutin vadro, plestu garnol fidrec bontal murdis.'
    expect(codes({ ...good, elan: noise })).toContain('language')
  })
})

describe('the findings', () => {
  test('come in reading order, those about the whole first', () => {
    const found = lint({ ...good, annee: 'Jouez au loto. Vous allez mourir.', accueil: '**Un** 2.' }, ada)
    const places = found.map(({ section, start }) =>
      section === null ? -1 : sectionKeys.indexOf(section) * 1e6 + start,
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(found.length).toBeGreaterThan(5)
  })

  test('leave the script alone', () => {
    const script = Object.freeze({ ...good, elan: 'Vous allez mourir.' })
    lint(script, ada)
    expect(script.elan).toBe('Vous allez mourir.')
  })
})

function mapped(script: Script, change: (text: string) => string): Script {
  return Object.fromEntries(sectionKeys.map((key) => [key, change(script[key])])) as Script
}
