/** A history folded again: the same states, no effects, and never past a fact that the law does not allow. */
import { getInitialSnapshot, transition } from 'xstate'
import { describe, expect, test } from 'vitest'

import { beginning, decide, fold, stateOf, statusOf } from '#events/decide.ts'
import type { LawEvent } from '#events/facts.ts'
import { requestMachine } from '#events/machine.ts'
import { emptyRequest } from '#events/request.ts'

import { fact, text } from './sample-facts.ts'
import { histories } from './situations.ts'

const named = Object.entries(histories) as [string, LawEvent[]][]

test('begins with nothing', () => {
  expect(fold([])).toBe(beginning)
  expect([statusOf(beginning), stateOf(beginning)]).toEqual(['none', emptyRequest])
  expect(getInitialSnapshot(requestMachine).value).toBe('none')
})

describe.each(named)('%s', (_name, history) => {
  test('is what deciding each fact anew comes to', () => {
    const decided = history.reduce((snapshot, event) => {
      const decision = decide(snapshot, [event])
      if (!decision.ok) throw new Error(`${event.type}: ${decision.refused.code}`)
      return decision.after
    }, beginning)
    expect([statusOf(fold(history)), stateOf(fold(history))]).toEqual([statusOf(decided), stateOf(decided)])
  })

  test('may be folded in two parts, wherever it is cut', () => {
    const whole = fold(history)
    for (let at = 0; at <= history.length; at += 1) {
      const parts = fold(history.slice(at), fold(history.slice(0, at)))
      expect([statusOf(parts), stateOf(parts)]).toEqual([statusOf(whole), stateOf(whole)])
    }
  })

  test('is folded without a trace: neither the facts nor the state before are touched', () => {
    const frozen = history.map((event) => deepFreeze(structuredClone(event)))
    const before = deepFreeze(structuredClone(stateOf(fold(history.slice(0, -1)))))
    const start = requestMachine.resolveState({ value: statusOf(fold(history.slice(0, -1))), context: before })
    expect(stateOf(fold(frozen.slice(-1), start))).toEqual(stateOf(fold(history)))
  })
})

test('yields a snapshot and nothing else: the same facts, decided, have effects', () => {
  const history = histories['a finished film']
  const states = history.map((_fact, index) => fold(history.slice(0, index)))
  const due = history.flatMap((event, index) => {
    const decision = decide(states[index] ?? beginning, [event])
    return decision.ok ? decision.effects : []
  })
  expect(due).toEqual(['film', 'watch', 'archive'])
  const folded = fold(history)
  expect(Object.keys(folded.children)).toEqual([])
  expect(transition(requestMachine, folded, fact('VideoReady'))[1]).toEqual([])
})

test.each<[string, LawEvent[], string]>([
  ['an unknown beginning', [fact('ScriptRequested')], 'ScriptRequested at step 1 in status none'],
  ['a second booking', [fact('BookRequested'), fact('BookRequested')], 'BookRequested at step 2 in status requested'],
  [
    'an approval of another text',
    [...histories['a text written by Léa'], fact('ScriptApproved', { textHash: text.two })],
    'ScriptApproved at step 3 in status drafted',
  ],
  [
    'a film told ready twice',
    [...histories['a finished film'], fact('VideoReady')],
    'VideoReady at step 7 in status ready',
  ],
])('throws on %s, naming the step', (_name, history, message) => {
  expect(() => fold(history)).toThrow(`illegal history: ${message}`)
})

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
