import { describe, expect, test } from 'vitest'

import { createOpenAiSimulator } from '#demo/openai.ts'

import {
  modelRequest,
  openAiPost,
  scriptKeys,
  scriptSchema,
  textOf,
  type ModelAnswer,
  type Script,
} from './rehearsal.ts'

const spoken: Record<number, string> = {
  ...{ 1: 'un', 2: 'deux', 3: 'trois', 4: 'quatre', 5: 'cinq', 6: 'six', 7: 'sept', 8: 'huit', 9: 'neuf' },
  ...{ 11: 'onze', 22: 'vingt-deux', 33: 'trente-trois' },
}
const lifePaths = Object.keys(spoken).map(Number)
const names = ['Maëlys', 'Jean-Noël', 'Søren', 'Linh', 'D’Artagnan', 'Marie Claire Édith']
const wishes = ['Ton posé.', 'Plus court, plus gai.', 'Parlez de la mer.', 'Sobre.']

async function write(data: unknown, instructions = 'Écrivez.', more: Record<string, unknown> = {}): Promise<Script> {
  const answer = await createOpenAiSimulator({ delayMs: 0 }).fetch(
    openAiPost(modelRequest(data, { instructions, ...more })),
  )
  expect(answer.status).toBe(200)
  return JSON.parse(textOf((await answer.json()) as ModelAnswer)) as Script
}

const wholeText = (script: Script) => scriptKeys.map((key) => script[key]).join(' ')
const words = (text: string) => text.split(/\s+/).filter((piece) => /\p{L}/u.test(piece))
const sentences = (text: string) => text.split(/(?<=[.?!])\s+/)

describe.each(lifePaths)('a script for life path %i', (lifePath) => {
  test('has 680 to 740 words and keeps the rules of spoken French, for any name and wish', async () => {
    for (const prenom of names) {
      for (const wish of wishes) {
        const script = await write({ prenom, cheminDeVie: lifePath, mots: wish === 'Sobre.' ? 'Un mot.' : null }, wish)
        const text = wholeText(script)
        const lengths = sentences(text).map((sentence) => words(sentence).length)

        expect(words(text).length, `${prenom}, ${wish}`).toBeGreaterThanOrEqual(680)
        expect(words(text).length, `${prenom}, ${wish}`).toBeLessThanOrEqual(740)
        expect(text.length).toBeLessThan(4_900)
        expect(Math.max(...lengths)).toBeLessThanOrEqual(30)
        expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(20)
        expect(text).not.toMatch(/[\d(){}[\]<>*#_/\\"«»%€&+]|https?:/)
        expect(text.split(prenom).length - 1).toBeLessThanOrEqual(4)
        expect(script.accueil).toContain(prenom)
        expect(script.accueil).toContain('intelligence artificielle')
        expect(script.accueil).toContain('avatar numérique')
        expect(script.cloture).toMatch(
          /au divertissement\. Elle ne remplace pas l’avis d’un professionnel de santé, du droit/,
        )
      }
    }
  })

  test('names its own number and no other', async () => {
    const script = await write({ prenom: 'Maëlys', cheminDeVie: lifePath })
    expect(script.portrait).toContain(`le ${spoken[lifePath]}`)
    expect(wholeText(script).includes('nombre maître')).toBe(lifePath > 9)
    // « un » is also an article.
    const others = Object.values(spoken).filter((word) => word !== spoken[lifePath] && word !== 'un')
    const text = wholeText(script)
      .toLowerCase()
      .replaceAll(spoken[lifePath] ?? '', '')
    for (const word of [...others, 'dix', 'douze', 'vingt', 'cent', 'mille']) {
      expect(text).not.toMatch(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u'))
    }
  })

  test('promises nothing, predicts nothing, and guesses no gender', async () => {
    for (const wish of wishes) {
      const text = wholeText(await write({ prenom: 'Linh', cheminDeVie: lifePath }, wish)).toLowerCase()
      expect(text).not.toMatch(/vous allez|il vous arrivera|vous (serez|aurez|ferez|trouverez|réussirez)|revenez/)
      expect(text).not.toMatch(
        /destin(?!ation)|malédiction|accident|divorce|mort|argent|gain |investi|guéri|malad|traitement/,
      )
      expect(text).not.toMatch(/(?<!\p{L})(cher|chère|né|née|prêt|prête|heureux|heureuse)(?!\p{L})/u)
      expect(text).not.toMatch(/(?<!\p{L})(tu|ton|tes|toi)(?!\p{L})/u)
    }
  })
})

describe('the other numbers', () => {
  const number = (mot: string, nombre: number) => ({ mot, nombre, maitre: nombre > 9 })
  const given = {
    expression: number('huit', 8),
    intime: number('onze', 11),
    realisation: number('trois', 3),
    anneePersonnelle: number('neuf', 9),
  }
  const person = { prenom: 'Linh', cheminDeVie: number('sept', 7), theme: 'le travail', consigne: null }
  const others = Object.values(spoken).filter((word) => word !== 'un')
  const named = (text: string) =>
    others.filter((word) => new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'u').test(text))

  test('are named where they are given, each in its section', async () => {
    const script = await write({ ...person, ...given, souvenirs: [{ sujet: 'Une fierté', mots: 'La mer.' }] })
    expect(script.portrait).toContain('le huit')
    expect(script.elan).toMatch(/le onze, un nombre maître.*le trois/)
    expect(script.annee).toMatch(/le neuf.*le travail/)
    expect(new Set(named(wholeText(script)))).toEqual(new Set(['trois', 'sept', 'huit', 'neuf', 'onze']))
    expect(wholeText(script)).not.toContain('La mer.')
  })

  test('are not, where they are not; and the length stays', async () => {
    for (const without of [[], ...Object.keys(given).map((key) => [key]), Object.keys(given)]) {
      const kept = Object.entries(given).map(([key, one]) => [key, without.includes(key) ? null : one] as const)
      for (const mots of [[], [{ sujet: 'Une fierté', mots: 'La mer.' }]]) {
        const script = await write({ ...person, ...Object.fromEntries(kept), souvenirs: mots }, 'Écrivez.')
        const expected = kept.flatMap(([, one]) => (one === null ? [] : [one.mot]))
        expect(new Set(named(wholeText(script)))).toEqual(new Set(['sept', ...expected]))
        expect(words(wholeText(script)).length).toBeGreaterThanOrEqual(680)
        expect(words(wholeText(script)).length).toBeLessThanOrEqual(740)
      }
    }
  })
})

test('writes one section where one is asked for', async () => {
  const schema = { ...scriptSchema, properties: { annee: { type: 'string' } }, required: ['annee'] }
  const format = { type: 'json_schema', name: 'script', strict: true, schema }
  const script = await write({ prenom: 'Zoé', cheminDeVie: 7 }, 'Écrivez.', { text: { format } })
  expect(Object.keys(script)).toEqual(['annee'])
  expect(words(script.annee).length).toBeGreaterThan(140)
})

test('is a pure function of the request, whatever mark is drawn around the data', async () => {
  const data = JSON.stringify({ prenom: 'Zoé', cheminDeVie: 11 })
  const first = await write(`<<<DONNEES-a1b2c3d4e5f60718293a4b5c\n${data}\nDONNEES-a1b2c3d4e5f60718293a4b5c>>>`)
  const again = await write(`<<<DONNEES-0f1e2d3c4b5a69788796a5b4\n${data}\nDONNEES-0f1e2d3c4b5a69788796a5b4>>>`)
  expect(again).toEqual(first)
})

test('differs with the number, with the person and with the instructions', async () => {
  const portraits = await Promise.all(
    lifePaths.map(async (n) => (await write({ prenom: 'Zoé', cheminDeVie: n })).portrait),
  )
  expect(new Set(portraits).size).toBe(lifePaths.length)
  const wished = await Promise.all(wishes.map((wish) => write({ prenom: 'Zoé', cheminDeVie: 7 }, wish)))
  expect(new Set(wished.map(wholeText)).size).toBe(wishes.length)
})

test.each([
  { prenom: 'Zoé', cheminDeVie: 'sept' },
  { prenom: 'Zoé', cheminDeVie: { mot: 'sept', nombre: 7, maitre: false } },
  { firstName: 'Zoé', lifePath: { value: 7, master: false } },
  { personne: { prénoms: 'Zoé', chemin_de_vie: '7' } },
])('finds the person in %j', async (data) => {
  const script = await write(`Voici les données : ${JSON.stringify(data)} Merci {de ne pas} les répéter.`)
  expect(script.accueil).toContain('Zoé')
  expect(script.portrait).toContain('le sept')
})

test('says what the instructions dictate between « »', async () => {
  const dictated = 'Ce film est dit par un avatar numérique, et son texte vient d’une machine relue par la maison.'
  const script = await write({ prenom: 'Zoé', cheminDeVie: 7 }, `Dites telle quelle cette phrase : « ${dictated} »`)
  expect(script.accueil).toContain(dictated)
})

test('fills a script below one property, and answers samples to any other schema', async () => {
  const sections = modelRequest('').text.format.schema
  const nested = { type: 'object', properties: { sections }, required: ['sections'], additionalProperties: false }
  const format = { type: 'json_schema', name: 'nested', strict: true, schema: nested }
  const script = (await write({ prenom: 'Zoé', cheminDeVie: 7 }, 'Écrivez.', { text: { format } })) as unknown as {
    sections: Script
  }
  expect(words(wholeText(script.sections)).length).toBeGreaterThan(679)

  const [count, mood] = [{ type: ['integer', 'null'] }, { type: 'string', enum: ['gai', 'grave'] }]
  const other = {
    ...nested,
    properties: { count, moods: { type: 'array', items: mood } },
    required: ['count', 'moods'],
  }
  const sample = await write('Rien.', 'Rien.', { text: { format: { ...format, schema: other } } })
  expect(sample).toEqual({ count: 7, moods: ['gai'] })
})
