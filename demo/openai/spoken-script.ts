/** A real French script of 680 to 740 words, from the bank: the same request always reads the same. */
import { createHash } from 'node:crypto'

import * as numbers from './bank/numbers.ts'
import { numberWords, portraits } from './bank/portraits.ts'
import * as bank from './bank/sections.ts'
import type { Subject } from './person.ts'

export const sectionKeys = ['accueil', 'portrait', 'elan', 'annee', 'cloture'] as const
export type SpokenScript = Record<(typeof sectionKeys)[number], string>

/** Sections that reach these add up to at least 680 words; no spare sentence is long enough to pass 740. */
const leastWords: Record<keyof SpokenScript, number> = {
  accueil: 90,
  portrait: 238,
  elan: 118,
  annee: 148,
  cloture: 88,
}

/**
 * `asked` is all the text of the request: its hash picks the wordings, and sentences it dictates are obeyed. No number is
 * named but those of the subject.
 */
export function spokenScript(subject: Subject, asked: string): SpokenScript {
  const draw = drawing(withoutDrawnMarks(asked))
  const templates = templatesFor(subject, draw)
  const section = (key: keyof SpokenScript) =>
    lengthened(filled(templates[key], subject, asked), shuffled(bank.spares[key], draw), leastWords[key])
  return {
    accueil: section('accueil'),
    portrait: section('portrait'),
    elan: section('elan'),
    annee: section('annee'),
    cloture: section('cloture'),
  }
}

function templatesFor(subject: Subject, draw: Draw): SpokenScript {
  const { lifePath, expression, soulUrge, personality, personalYear, theme, hasWords } = subject
  const opening = draw(bank.portraitOpenings)
  const scene = draw(expression === null ? bank.secondScenes : numbers.expressionScenes)
  const portrait = [opening, portraits[lifePath] ?? '', scene, '{plus}', draw(bank.portraitClosings)].join(' ')
  const elan = draw(soulUrge === null && personality === null ? bank.elans : numbers.innerElans)
  const annee = [
    ...(personalYear === null ? [] : [numbers.anneePersonnelle.replace('{n}', named(personalYear))]),
    draw(bank.annees),
    ...(theme === null ? [] : [numbers.themeAsked.replace('{theme}', () => theme)]),
  ]
  return {
    accueil: draw(bank.accueils),
    portrait,
    elan: hasWords ? `${elan} ${bank.wordsGiven}` : elan,
    annee: annee.join(' '),
    cloture: draw(bank.clotures),
  }
}

function filled(template: string, { firstName, lifePath, ...others }: Subject, asked: string): string {
  return template
    .replace('{intime} ', sentence(numbers.intime, others.soulUrge))
    .replace('{realisation} ', sentence(numbers.realisation, others.personality))
    .replace('{expression}', others.expression === null ? '' : named(others.expression))
    .replace(/ ([?!;])/g, '\u202f$1')
    .replaceAll('{prenom}', () => firstName)
    .replaceAll('{nombre}', numberWords[lifePath] ?? '')
    .replace('{mention}', () => dictated(asked, 'avatar') ?? bank.notice)
    .replace('{rappel}', () => dictated(asked, 'divertissement') ?? bank.disclaimer)
}

function sentence(template: string, number: number | null): string {
  return number === null ? '' : `${template.replace('{n}', named(number))} `
}

function named(number: number): string {
  return `${numberWords[number] ?? ''}${number > 9 ? ', un nombre maître' : ''}`
}

/** A whole sentence that the instructions give between « » and that speaks of this. */
function dictated(asked: string, about: string): string | null {
  const sentences = [...asked.matchAll(/«\s*([^«»]{40,400}[.!?])\s*»/g)].map(([, sentence]) => sentence ?? '')
  return sentences.find((sentence) => sentence.includes(about)) ?? null
}

function lengthened(text: string, spares: readonly string[], least: number): string {
  const [spare, ...others] = spares
  if (spare === undefined || countWords(text.replace('{plus}', '')) >= least) return text.replace('{plus} ', '')
  return lengthened(text.replace('{plus}', `${spare} {plus}`), others, least)
}

export function countWords(text: string): number {
  return text.split(/[\s—–]+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length
}

/** Marks drawn anew for each call must not change the text. */
function withoutDrawnMarks(asked: string): string {
  return asked.replace(/[0-9a-f]{8}(-?[0-9a-f]{4,}){1,}/gi, '')
}

type Draw = <Item>(items: readonly Item[]) => Item

function drawing(seed: string): Draw {
  const digest = createHash('sha256').update(seed).digest()
  let drawn = 0
  return (items) => {
    const item = items[(digest[drawn++ % digest.length] ?? 0) % items.length]
    if (item === undefined) throw new Error('Nothing to draw from')
    return item
  }
}

function shuffled(items: readonly string[], draw: Draw): string[] {
  const start = items.indexOf(draw(items))
  return [...items.slice(start), ...items.slice(0, start)]
}
