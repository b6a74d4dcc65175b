/** What may be done to the house, as plain records that can be drawn, shrunk and printed. */
import fc from 'fast-check'

import { filmScenarios, writeScenarios } from './model-world.ts'

const verbs = [
  ...(['generateScript', 'stopScript', 'editScript', 'approveScript', 'withdrawApproval', 'declineRequest'] as const),
  ...(['requestCorrection', 'reopenRequest', 'generateVideo', 'declareVideoFailed', 'attachVideo'] as const),
]

/** `seen`: what the person had before their eyes: the page as it is, as it was at an earlier look, or nothing told. */
export type Personal = {
  do: 'inPerson'
  verb: (typeof verbs)[number]
  on: number
  who: 'admin' | 'second'
  seen: 'now' | 'before' | 'untold'
  text: TextChoice
  acceptsDouble: boolean
  video: 'own' | 'missing' | 'other'
  twiceAtOnce: boolean
}

export type TextChoice = 'none' | 'one' | 'two' | 'three' | 'current' | 'empty' | 'tooLong'

/** What is done about a film of which nobody knows whether it was made. */
export type Doubt = 'watch' | 'generateVideo' | 'declareVideoFailed' | 'attachVideo'

/** How a day goes: what `usual` calls to the vendors come to. */
export type Weather = { write: string; film: string }

export type Act =
  | Personal
  | { do: 'bookRequest'; twiceAtOnce: boolean }
  | { do: 'goOn'; on: number; who: 'admin' | 'second'; write: string; film: string; doubt: Doubt }
  | { do: 'look'; on: number }
  | { do: 'write'; on: number; scenario: string }
  | { do: 'film'; on: number; scenario: string }
  | { do: 'watch' | 'archive'; on: number }
  | { do: 'deliver'; on: number; nth: number; type: string; signed: boolean; sweptAtOnce: boolean }
  | { do: 'redeliver'; nth: number }
  | { do: 'deliverUnknown' }
  | { do: 'sweep' }
  | { do: 'repeatCommand'; nth: number }
  | { do: 'reuseCommand'; nth: number; on: number }
  | { do: 'wait'; minutes: number }
  | { do: 'loseJobs' }
  | { do: 'reconcile' }
  | { do: 'changeFourEyes' }
  | { do: 'speakOfNobody' }

const on = fc.nat(9)
const nth = fc.nat(9)
const who = fc.constantFrom('admin', 'second')
const write = mostly('usual', Object.keys(writeScenarios))
const film = mostly('usual', [...Object.keys(filmScenarios), 'payment_required', 'payment_required'])
const doubt = fc.constantFrom<Doubt[]>('watch', 'generateVideo', 'declareVideoFailed', 'attachVideo')
const is = <Name extends string>(name: Name) => fc.constant(name)

const anyInPerson = fc.record({
  do: is('inPerson'),
  verb: fc.constantFrom(...verbs),
  on,
  who,
  seen: fc.constantFrom('now', 'now', 'now', 'before', 'before', 'untold'),
  text: fc.constantFrom<TextChoice[]>('none', 'none', 'one', 'two', 'three', 'current', 'empty', 'tooLong'),
  acceptsDouble: fc.boolean(),
  video: fc.constantFrom('own', 'own', 'missing', 'other'),
  twiceAtOnce: mostly(false, [true]),
})

const type = fc.constantFrom('avatar_video.success', 'avatar_video.success', 'avatar_video.fail', 'avatar_video.moon')

export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: is('bookRequest'), twiceAtOnce: fc.boolean() }) },
  { weight: 34, arbitrary: fc.record({ do: is('goOn'), on, who, write, film, doubt }) },
  { weight: 20, arbitrary: anyInPerson },
  { weight: 3, arbitrary: fc.record({ do: is('look'), on }) },
  { weight: 3, arbitrary: fc.record({ do: is('write'), on, scenario: write }) },
  { weight: 4, arbitrary: fc.record({ do: is('film'), on, scenario: film }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('watch', 'archive'), on }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: is('deliver'),
      on,
      nth,
      type,
      signed: mostly(true, [false]),
      sweptAtOnce: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: is('redeliver'), nth }) },
  { weight: 1, arbitrary: fc.record({ do: is('deliverUnknown') }) },
  { weight: 6, arbitrary: fc.record({ do: is('sweep') }) },
  { weight: 2, arbitrary: fc.record({ do: is('repeatCommand'), nth }) },
  { weight: 1, arbitrary: fc.record({ do: is('reuseCommand'), nth, on }) },
  { weight: 3, arbitrary: fc.record({ do: is('wait'), minutes: fc.constantFrom(2, 61, 61, 1_500) }) },
  { weight: 1, arbitrary: fc.record({ do: is('loseJobs') }) },
  { weight: 2, arbitrary: fc.record({ do: is('reconcile') }) },
  { weight: 1, arbitrary: fc.record({ do: is('changeFourEyes') }) },
  { weight: 1, arbitrary: fc.record({ do: is('speakOfNobody') }) },
)

/** What leaves most to be found out later. */
const troubles = ['ok', 'accepted_without_video_id+unlisted', 'never_ends', 'cut_before_accept', 'failed_rendering']

const weather = fc.record({
  write: mostly('ok', Object.keys(writeScenarios)),
  film: fc.constantFrom(...troubles, ...troubles, ...Object.keys(filmScenarios)),
})

/** Long enough to bring several requests far, and to meet again what went wrong before. */
export const anyDay: fc.Arbitrary<Day> = fc.record({ weather, acts: fc.array(anyAct, { maxLength: 100, size: 'max' }) })

export type Day = { weather: Weather; acts: Act[] }

const goOn: Act = { do: 'goOn', on: 0, who: 'admin', write: 'usual', film: 'usual', doubt: 'declareVideoFailed' }
const inPerson: Omit<Personal, 'verb'> = {
  ...{ do: 'inPerson', on: 0, who: 'admin', seen: 'now', text: 'none' },
  ...{ acceptsDouble: true, video: 'own', twiceAtOnce: true },
}
const news: Act = {
  ...{ do: 'deliver', on: 0, nth: 0, type: 'avatar_video.success', signed: true, sweptAtOnce: true },
}

const unfindable: Weather = { write: 'ok', film: 'accepted_without_video_id+unlisted' }
const uncertain = Array.from({ length: 7 }, () => goOn)

/** Days that chance seldom brings: a film that nobody could find is finished when it is no longer waited for. */
export const lateFilms: Day[] = [
  { weather: unfindable, acts: [...uncertain, goOn, { ...inPerson, verb: 'withdrawApproval' }, news] },
  {
    weather: unfindable,
    acts: [...uncertain, goOn, { ...inPerson, verb: 'approveScript', text: 'two' }, news],
  },
  {
    weather: unfindable,
    acts: [
      ...[...uncertain, { ...inPerson, verb: 'generateVideo' } as const],
      ...[{ do: 'film', on: 0, scenario: 'ok' } as const, goOn, goOn, news],
    ],
  },
]

const saysOf = (who: 'admin' | 'second') => ({ ...inPerson, who, twiceAtOnce: false })

/** And a day of corrections: asked for before there is a text, of a text that has changed since, and of the present one. */
export const corrections: Day = {
  weather: { write: 'ok', film: 'ok' },
  acts: [
    ...[{ ...saysOf('second'), verb: 'requestCorrection' } as const, goOn, goOn, { do: 'look', on: 0 } as const],
    { ...saysOf('admin'), verb: 'editScript', text: 'one' },
    { ...saysOf('second'), verb: 'requestCorrection', seen: 'before' },
    { ...saysOf('second'), verb: 'requestCorrection' },
    { ...saysOf('admin'), verb: 'approveScript' },
    { ...saysOf('second'), verb: 'approveScript' },
    { ...saysOf('second'), verb: 'requestCorrection' },
  ],
}

function mostly<Value>(usual: Value, others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...others) })
}
