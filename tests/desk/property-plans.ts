/** Each verb of a person: the order that is sent to the desk, and what the model makes of it. */
import type { Answer, Command } from '#app/desk/desk.ts'
import { emptyScript, type Script } from '#events/script.ts'

import * as model from './model.ts'
import type { Film, Outcome, Request } from './model.ts'
import { learnOf } from './model-outside.ts'
import { fresh, job } from './model-world.ts'
import type { Personal } from './property-acts.ts'
import { hashOf, pageOf, scriptFor, type House, type Page } from './property-house.ts'

export type Plan = {
  /** What the model makes of it: it changes where the answer is « done ». */
  expected: Outcome
  send(command: Command): Promise<Answer>
}

export function planned(house: House, act: Personal, request: Request): Plan {
  const page = act.seen === 'before' ? (house.pages.get(request.id) ?? pageOf(request)) : pageOf(request)
  const { desk, world } = house
  const requestId = request.id
  const seen = { version: page.version }
  const seenText = { ...seen, ...(page.text === undefined ? {} : { textHash: page.text }) }
  const may = (told: Partial<Page> | null, then: () => Outcome): Outcome =>
    told && model.isOutdated(request, { version: page.version, text: told.text }) ? 'conflict' : then()
  const untold = act.seen === 'untold'

  switch (act.verb) {
    case 'generateScript': {
      const expected = may(untold ? null : {}, () => due(house, request, 'write', model.orderScript(request)))
      const order = { requestId, instructions: null, ...(untold ? {} : { seen }) }
      return { expected, send: (command) => desk.generateScript(command, order) }
    }
    case 'stopScript':
      return { expected: model.stopWriting(request), send: (command) => desk.stopScript(command, { requestId }) }
    case 'editScript': {
      const script = chosenScript(act, request) ?? scriptFor('one')
      const expected = may({}, () => problemOf(script) ?? model.edit(request, hashOf(script), actorOf(house, act)))
      return { expected, send: (command) => desk.editScript(command, { requestId, script, seen }) }
    }
    case 'approveScript': {
      const script = chosenScript(act, request)
      const text = script && hashOf(script)
      const expected = may(page, () => {
        const problem = script && problemOf(script)
        return problem ?? model.approve(request, text, actorOf(house, act), world.fourEyes)
      })
      // The texts of this test are short: the linter holds that against them, and the desk is told why they pass.
      const order = { requestId, seen: seenText, overrideReason: 'Texte d’essai.', ...(script ? { script } : {}) }
      return { expected, send: (command) => desk.approveScript(command, order) }
    }
    case 'requestCorrection': {
      const expected = may({}, () => model.askCorrection(request, actorOf(house, act)))
      // Each other text has another portrait: whatever is written answers this.
      const comments = { ...emptyScript(), portrait: 'Trop vague.' }
      return { expected, send: (command) => desk.requestCorrection(command, { requestId, comments, seen }) }
    }
    case 'withdrawApproval': {
      const expected = may({}, () => model.withdraw(request))
      return { expected, send: (command) => desk.withdrawApproval(command, { requestId, reason: null, seen }) }
    }
    case 'declineRequest': {
      const expected = may({}, () => model.decline(request))
      return { expected, send: (command) => desk.declineRequest(command, { requestId, reason: 'Doublon.', seen }) }
    }
    case 'reopenRequest': {
      const expected = may({}, () => model.reopen(request))
      return { expected, send: (command) => desk.reopenRequest(command, { requestId, seen }) }
    }
    case 'generateVideo': {
      const { acceptsDouble: acceptsDoublePayment } = act
      const expected = may(untold ? null : page, () =>
        due(house, request, 'film', model.orderFilm(request, acceptsDoublePayment, world.now())),
      )
      const order = { requestId, acceptsDoublePayment, ...(untold ? {} : { seen: seenText }) }
      return { expected, send: (command) => desk.generateVideo(command, order) }
    }
    case 'declareVideoFailed': {
      const expected = may({}, () => model.denyFilm(request, model.openFilm(request)))
      return { expected, send: (command) => desk.declareVideoFailed(command, { requestId, comment: null, seen }) }
    }
    case 'attachVideo': {
      const heygenVideoId = videoFor(house, act, model.openFilm(request))
      const expected = may({}, () => attach(house, request, heygenVideoId))
      return { expected, send: (command) => desk.attachVideo(command, { requestId, heygenVideoId, seen }) }
    }
  }
}

const actorOf = (house: House, { who }: Personal) => house.actors[who].id

function due(house: House, request: Request, task: string, outcome: Outcome): Outcome {
  if (outcome === 'done') house.world.jobs.set(job(task, request), fresh)
  return outcome
}

function chosenScript({ text }: Personal, request: Request): Script | null {
  if (text === 'none') return null
  if (text !== 'current') return scriptFor(text)
  const known = (['one', 'two', 'three'] as const).map(scriptFor)
  return known.find((script) => hashOf(script) === request.text) ?? null
}

function problemOf(script: Script): Outcome | null {
  const { length } = script.portrait
  return script.portrait.trim() === '' || length > 4_900 ? 'invalid' : null
}

function videoFor({ world }: House, { video }: Personal, film: Film | null): string {
  const all = [...world.videos.values()]
  const found = all.find(({ attempt }) => (video === 'own') === (attempt === film?.attempt))
  return (video === 'missing' ? undefined : found?.id) ?? 'a1b2c3'
}

/** Only a video that HeyGen has, and has for this very film. */
function attach({ world }: House, request: Request, id: string): Outcome {
  const film = model.openFilm(request)
  if (!film) return 'refused'
  if (world.videos.get(film.attempt)?.id !== id) return 'invalid'
  const { version } = request
  learnOf(world, request, film, id, true)
  return request.version > version ? 'done' : 'refused'
}
