/** The margin of a request's page: every number, its working, what other methods say, what the person confided. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

import { lifePathMethods } from '#events/numerology/sheet-schema.ts'
import { memoryKinds, themes } from '#events/memories.ts'
import * as workingMethods from '#events/numerology/working-life-path.ts'

import { memoryKinds as shownKinds, themes as shownThemes } from '#app/components/memory-words.ts'
import { methodNames } from '#app/components/number-words.ts'
import type { RequestPageProps } from '#app/components/request-props.ts'
import { RequestSheet } from '#app/components/request-sheet.tsx'

import { textOf } from '../routes/page.ts'
import { erasedPage, pageOf } from './sheet-sample.ts'

const html = (page: RequestPageProps['page']) => renderToStaticMarkup(createElement(RequestSheet, { page }))
const read = (page: RequestPageProps['page']) => textOf(html(page))
const ada = pageOf({ firstNames: 'Ada', lastName: 'Lovelace', born: '1815-12-10' })

describe('the sheet', () => {
  test('has a row for every number there is a working of, each line of it folded beneath', () => {
    const shown = html(ada)
    const rows = [...shown.matchAll(/<(?:summary|p)><span>(.*?)<\/span> <span class="number[^"]*">(.*?)<\/span><\//g)]
    const wanted = ada.working.filter(({ key }) => key !== 'lifePath')
    expect(rows.map(([, name, value]) => `${name} ${value}`).sort()).toEqual(
      wanted.map(({ name, value }) => `${name} ${value}`).sort(),
    )
    for (const { lines, note } of ada.working) {
      for (const line of lines) expect(shown).toContain(`<li>${line}</li>`)
      if (note !== null) expect(shown).toContain(note)
    }
    expect(shown).not.toMatch(/<details[^>]* open/)
  })

  test('groups them', () => {
    const titles = [...html(ada).matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title)
    expect(titles).toEqual(['Nombres du nom', 'Nombres de la date', 'Cycles et défis', 'Manques et dettes'])
  })

  test('says by what method, engine and day', () => {
    expect(read(ada)).toContain('Méthode verticale, moteur 2, pour le 23 novembre 2026.')
  })

  test('says outside of any fold that another method shows a master number, and nothing where none does', () => {
    const open = (page: RequestPageProps['page']) => textOf(html(page).replace(/<details[\s\S]*?<\/details>/g, ''))
    const other = pageOf({ firstNames: 'Zoé', lastName: 'Lecœur', born: '1986-04-10' })
    expect(open(other)).toContain('Méthode verticale : 2. Les méthodes horizontale et par composants donnent 11.')
    expect(open(ada)).not.toContain('Méthode verticale :')
  })

  test('warns of an old date and of signs that do not count, and of nothing else', () => {
    expect(read(ada)).toContain('Date ancienne, à vérifier.')
    const odd = read(pageOf({ firstNames: 'R2D2 😀', lastName: 'Lecœur', born: '1986-04-10' }))
    expect(odd).toContain('Un chiffre du nom n’est pas compté, à vérifier.')
    expect(odd).toContain('Un signe du nom n’est pas compté, à vérifier.')
    expect(read(pageOf({ firstNames: 'Zoé', lastName: 'Lecœur', born: '1900-01-01' }))).not.toContain('à vérifier')
  })

  test('of an erased request is not there', () => {
    expect(html(erasedPage())).toBe('')
  })
})

describe('what the person confided', () => {
  test('stands under its label with its consent; the theme with its name', () => {
    const { request } = ada
    const memories = memoryKinds.map((kind) => ({ kind, text: `mots de ${kind}` }))
    const all = read({ ...ada, request: { ...request, person: { ...request.person, theme: 'meaning', memories } } })
    expect(all).toContain('Ce que la personne a confié Un thème Le sens')
    expect(all).toContain('Un souvenir d’enfance « mots de childhood » Accord donné')
    expect(all).toContain('Une question « mots de question » Accord donné')
  })

  test('is not there where nothing was', () => {
    const { request } = ada
    const nothing = { ...ada, request: { ...request, person: { ...request.person, theme: null, memories: [] } } }
    expect(read(nothing)).not.toContain('confié')
  })
})

test('the words of the furniture are of every code of the law', () => {
  expect(shownKinds).toEqual([...memoryKinds])
  expect(shownThemes).toEqual([...themes])
  expect(Object.keys(methodNames)).toEqual([...lifePathMethods])
  expect(methodNames).toEqual(workingMethods.methodNames)
})
