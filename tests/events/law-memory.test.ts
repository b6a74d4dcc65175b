/** What is true after a fact, beside the status: the text and who wrote it, the approval, and what is kept of each film. */
import { describe, expect, test } from 'vitest'

import { beginning, decide, fold, stateOf, statusOf } from '#events/decide.ts'
import type { LawEvent } from '#events/facts.ts'

import { attempt, fact, hugo, lea, text, writing } from './sample-facts.ts'
import { histories } from './situations.ts'

const { a, b } = attempt
const after = (...facts: LawEvent[]) => stateOf(fold(facts))

describe('a text', () => {
  test('belongs to who edited it, to nobody when it was generated', () => {
    expect(after(...histories['a text written by Léa'])).toMatchObject({ textHash: text.one, writtenBy: lea.id })
    expect(after(...histories['a text written by ChatGPT'])).toMatchObject({ writtenBy: null, writing: null })
  })

  test('that is edited loses its approval', () => {
    const history = [...histories['an approved text'], fact('ScriptEdited', { textHash: text.two }, hugo)]
    expect(after(...history)).toMatchObject({ approval: null, approvals: 1, textHash: text.two, writtenBy: hugo.id })
  })

  test('stays while another is being written, and when that fails', () => {
    const writingAgain = histories['a second writing, beside a text']
    expect(after(...writingAgain)).toMatchObject({ textHash: text.one, writing: { id: writing.second, n: 0 } })
    const failed = [...writingAgain, fact('ScriptFailed', { writingId: writing.second })]
    expect(after(...failed)).toMatchObject({ textHash: text.one, writtenBy: lea.id, writing: null })
  })
})

describe('an approval', () => {
  test('names the text, the person and its number', () => {
    const again = [...histories['a text after a rejected film'], fact('ScriptApproved', {}, hugo)]
    expect(after(...again).approval).toEqual({ textHash: text.one, by: hugo.id, n: 2 })
  })

  test.each(['ApprovalWithdrawn', 'RequestDeclined'] as const)('is gone after %s', (type) => {
    expect(after(...histories['an approved text'], fact(type)).approval).toBeNull()
  })

  test('is gone after a rejected film', () => {
    expect(after(...histories['a text after a rejected film']).approval).toBeNull()
  })

  test('does not come back with a reopened request', () => {
    const history = [...histories['an approved text'], fact('RequestDeclined'), fact('RequestReopened')]
    expect(after(...history)).toMatchObject({ approval: null, textHash: text.one })
  })
})

describe('a film', () => {
  test('remembers what it was ordered for', () => {
    expect(after(...histories['a film ordered'])).toMatchObject({ attempt: a })
    expect(after(...histories['a film ordered']).films[a]).toEqual({
      ...{ textHash: text.one, approval: 1, outcome: 'requested', heygenVideoId: null },
      ...{ surplusVideoIds: [], archived: false, archiveFailures: 0 },
    })
  })

  test.each([
    ['a film under way', 'submitted', 'v-a'],
    ['an uncertain film', 'uncertain', null],
    ['an approved text after a failed film', 'failed', null],
    ['a finished film', 'ready', 'v-a'],
  ] as const)('%s is %s', (situation, outcome, heygenVideoId) => {
    expect(after(...histories[situation]).films[a]).toMatchObject({ outcome, heygenVideoId, surplusVideoIds: [] })
  })

  test('keeps further videos of the same attempt as surplus, each once', () => {
    const history = [...histories['a film under way, with a surplus one'], fact('VideoReady')]
    const further = [...history, fact('VideoSubmitted', { heygenVideoId: 'v-a3' })]
    const film = { heygenVideoId: 'v-a', surplusVideoIds: ['v-a2', 'v-a3'], outcome: 'ready' }
    expect(after(...further).films[a]).toMatchObject(film)
    expect(decide(fold(further), [fact('VideoSubmitted', { heygenVideoId: 'v-a3' })]).ok).toBe(false)
  })

  test('is the video that is finished first', () => {
    const history = [
      ...histories['a film under way, with a surplus one'],
      fact('VideoReady', { heygenVideoId: 'v-a2' }),
    ]
    const film = { heygenVideoId: 'v-a2', surplusVideoIds: ['v-a'], outcome: 'ready' }
    expect(after(...history).films[a]).toMatchObject(film)
    expect(decide(fold(history), [fact('VideoReady', { heygenVideoId: 'v-a' })]).ok).toBe(false)
  })

  test('is the video that a person attached', () => {
    const attached = fact('VideoSubmitted', { heygenVideoId: 'v-a2', how: 'attached' })
    const film = { heygenVideoId: 'v-a2', surplusVideoIds: ['v-a'], outcome: 'submitted' }
    expect(after(...histories['an uncertain film whose id is known'], attached).films[a]).toMatchObject(film)
    const finished = { heygenVideoId: 'v-a', surplusVideoIds: ['v-a2'], outcome: 'ready' }
    expect(after(...histories['a finished film'], attached).films[a]).toMatchObject(finished)
  })

  test('is copied once; failed copies are counted', () => {
    const failures = [1, 2].map((n) => fact('ArchiveFailed', { n }))
    const history = [...histories['a finished film'], ...failures, fact('VideoArchived')]
    expect(after(...history).films[a]).toMatchObject({ archived: true, archiveFailures: 2 })
  })

  test('that ends another attempt of the approved text becomes the one the status speaks of', () => {
    const snapshot = fold([...histories['a film ordered beside an uncertain one'], fact('VideoReady')])
    expect(statusOf(snapshot)).toBe('ready')
    expect(stateOf(snapshot)).toMatchObject({ attempt: a, films: { [b]: { outcome: 'requested' } } })
  })

  test('of another text is kept, and the status goes on speaking of the current one', () => {
    const snapshot = fold([...histories['a film of another text ordered after a failed one'], fact('VideoReady')])
    expect(statusOf(snapshot)).toBe('filming')
    expect(stateOf(snapshot)).toMatchObject({ attempt: b, films: { [a]: { outcome: 'ready' } } })
  })

  test('that turns up in a declined request is kept, and nothing is approved by it', () => {
    const history = [...histories['a request declined after a failed film'], fact('VideoReady')]
    expect(after(...history)).toMatchObject({ approval: null, films: { [a]: { outcome: 'ready' } } })
  })
})

describe('several facts at once', () => {
  test('are decided one after the other, and their effects follow in that order', () => {
    const decision = decide(fold(histories['an uncertain film']), [fact('VideoSubmitted'), fact('VideoReady')])
    expect(decision.ok && [statusOf(decision.after), decision.effects]).toEqual(['ready', ['watch', 'archive']])
  })

  test('are refused as one: the first that may not happen is named', () => {
    const before = fold(histories['a text written by Léa'])
    const wished = [fact('ScriptEdited', { textHash: text.two }), fact('ScriptApproved'), fact('VideoRequested')]
    const refused = { code: 'text_changed', status: 'drafted', fact: 'ScriptApproved' }
    expect(decide(before, wished)).toEqual({ ok: false, refused })
    expect(stateOf(before).textHash).toBe(text.one)
  })

  test('none at all change nothing', () => {
    expect(decide(beginning, [])).toEqual({ ok: true, after: beginning, effects: [] })
  })
})
