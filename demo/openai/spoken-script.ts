/** A real French script of 680 to 740 words, from the bank: the same request always reads the same. */
import { createHash } from 'node:crypto'

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
  annee: 146,
  cloture: 88,
}

/** `asked` is all the text of the request: its hash picks the wordings, and sentences it dictates are obeyed. */
export function spokenScript(subject: Subject, asked: string): SpokenScript {
  const draw = drawing(withoutDrawnMarks(asked))
  const portrait = [
    draw(bank.portraitOpenings),
    portraits[subject.lifePath] ?? '',
    draw(bank.secondScenes),
    '{plus}',
    draw(bank.portraitClosings),
  ].join(' ')
  const elan = draw(bank.elans) + (subject.words === null ? '' : ` ${bank.wordsGiven}`)
  const templates = {
    accueil: draw(bank.accueils),
    portrait,
    elan,
    annee: draw(bank.annees),
    cloture: draw(bank.clotures),
  }

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

function filled(template: string, { firstName, lifePath }: Subject, asked: string): string {
  const word = numberWords[lifePath] ?? ''
  return template
    .replace(/ ([?!;])/g, '\u202f$1')
    .replaceAll('{prenom}', () => firstName)
    .replaceAll('{nombre}', word)
    .replace('{mention}', () => dictated(asked, 'avatar') ?? bank.notice)
    .replace('{rappel}', () => dictated(asked, 'divertissement') ?? bank.disclaimer)
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
