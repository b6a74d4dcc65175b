import { beforeAll, describe, expect, test } from 'vitest'

import { WaitingRefresh } from '#app/components/waiting.tsx'
import { createElement } from 'react'

import { gallery } from './gallery.tsx'
import { markup } from './page.tsx'
import { typographyFaults, visibleText } from './typography-scan.ts'

describe.each(Object.entries(gallery))('page %s', (_name, element) => {
  let html = ''
  beforeAll(async () => {
    html = await markup(element)
  })

  test('carries no style attribute and no inline handler: the CSP refuses both', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/\son[a-z]+=/)
    expect(html).not.toContain('<style')
    expect(html).not.toContain('data:')
  })

  test('has one h1, one main, and every id once', () => {
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html.match(/<main[ >]/g)).toHaveLength(1)
    const ids = all(html, /\sid="([^"]*)"/g)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('names every field, and every description exists', () => {
    const ids = new Set(all(html, /\sid="([^"]*)"/g))
    const labelled = new Set(all(html, /<label[^>]*\sfor="([^"]*)"/g))
    const fields = (html.match(/<(?:input|textarea|select)[^>]*>/g) ?? []).filter(
      (tag) => !tag.includes('type="hidden"'),
    )
    const nameless = fields.filter((tag) => !labelled.has(idOf(tag)) && !isInsideLabel(html, tag))
    expect(nameless).toEqual([])
    const pointed = all(html, /\s(?:aria-describedby|aria-labelledby|for)="([^"]*)"/g).flatMap((value) =>
      value.split(' '),
    )
    expect(pointed.filter((id) => !ids.has(id))).toEqual([])
    const anchors = all(html, /\shref="#([^"]*)"/g)
    expect(anchors.filter((id) => !ids.has(id))).toEqual([])
  })

  test('every form that writes posts to a door', () => {
    const forms = html.match(/<form[^>]*>/g) ?? []
    expect(forms.filter((form) => !/method="(post|get)"/.test(form))).toEqual([])
  })

  test('is spaced as French is', () => {
    expect(typographyFaults(visibleText(html))).toEqual([])
  })
})

test('the exact words of the two buttons, their emoji hidden from screen readers', async () => {
  expect(await markup(gallery['toRead'] ?? missing())).toContain(
    '<span aria-hidden="true">✨</span>Écrire avec ChatGPT</button>',
  )
  expect(await markup(gallery['launch'] ?? missing())).toContain(
    '<span aria-hidden="true">🎥</span>Lancer HeyGen</button>',
  )
})

test('the five sections post as script.<section>', async () => {
  const html = await markup(gallery['toRead'] ?? missing())
  const names = all(html, /<textarea[^>]*\sname="(script\.[^"]*)"/g)
  expect(names).toEqual(['script.accueil', 'script.portrait', 'script.elan', 'script.annee', 'script.cloture'])
})

test('a waiting page asks for itself again where there is no JavaScript', async () => {
  const html = await markup(gallery['writing'] ?? missing(), createElement(WaitingRefresh))
  expect(html).toMatch(/<head>.*<noscript><meta http-equiv="refresh" content="4"\/><\/noscript><\/head>/)
  expect(html).not.toContain('<textarea')
})

test('the scan finds what it looks for', () => {
  expect(typographyFaults("l'eau")).toHaveLength(1)
  expect(typographyFaults('Quoi ?')).toHaveLength(1)
  expect(typographyFaults('Quoi?')).toHaveLength(1)
  expect(typographyFaults('Coût : 3')).toHaveLength(1)
  expect(typographyFaults('« oui »')).toHaveLength(2)
  expect(typographyFaults('Quoi\u202f? Coût\u00a0: «\u202foui\u202f», l’eau, 16:9, 0:34')).toEqual([])
})

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '')
const idOf = (tag: string) => /\sid="([^"]*)"/.exec(tag)?.[1] ?? ''
const missing = (): never => {
  throw new Error('no such page')
}

function isInsideLabel(html: string, tag: string): boolean {
  const before = html.slice(0, html.indexOf(tag))
  return before.lastIndexOf('<label') > before.lastIndexOf('</label>')
}
