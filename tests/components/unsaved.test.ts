/** The small sentences around a text that is not saved: when it was last, and who did not answer. */
import { createElement } from 'react'
import { describe, expect, test } from 'vitest'

import { awayOf, isAway } from '#app/components/away.ts'
import { SaveState, type SaveStateProps } from '#app/components/save-state.tsx'

import { markup } from './page.tsx'
import { history } from './samples.ts'

type Autosave = SaveStateProps['draft']['autosave']

describe('the line beside the buttons', () => {
  const facts = history.slice(0, 5)
  const still: Autosave = { answer: null, underWay: false }
  const said = async (
    state: { saving: boolean; dirty: boolean; autosave?: Autosave },
    now = '2026-11-23T14:12:00.000Z',
    told = facts,
  ) => {
    const html = await markup(createElement(SaveState, { draft: { autosave: still, ...state }, facts: told, now }))
    return (/role="status">([^<]*)</.exec(html)?.[1] ?? 'nothing').replace(/\u00a0/g, ' ')
  }
  const clean = { saving: false, dirty: false }

  test('says when the text was saved, with its day where that was another one', async () => {
    expect(await said(clean)).toBe('Enregistré à 10 h 05.')
    expect(await said(clean, '2026-11-24T08:00:00.000Z')).toBe('Enregistré le 23 novembre 2026 à 10 h 05.')
  })

  test('says nothing of a text that nobody has saved', async () => {
    expect(await said(clean, undefined, history.slice(0, 4))).toBe('')
    expect(await said(clean, undefined, history.slice(0, 1))).toBe('')
  })

  test('says when the draft was kept, and while it is on its way', async () => {
    const answer: Autosave['answer'] = { tag: 'saved', savedAt: '2026-11-23T13:32:00.000Z', findings: [] }
    const kept = { saving: false, dirty: true, autosave: { answer, underWay: false } }
    expect(await said(kept)).toBe('Brouillon enregistré à 14 h 32.')
    expect(await said(kept, '2026-11-24T08:00:00.000Z')).toBe('Brouillon enregistré le 23 novembre 2026 à 14 h 32.')
    expect(await said({ ...kept, autosave: { answer: null, underWay: true } })).toBe('Enregistrement…')
    expect(await said({ ...kept, saving: true })).toBe('Enregistrement…')
    // Nothing is typed any more: what counts is the stored text.
    expect(await said({ ...kept, dirty: false })).toBe('Enregistré à 10 h 05.')
  })

  test('says what is not saved, and what is being saved', async () => {
    expect(await said({ saving: false, dirty: true })).toBe('Corrections non enregistrées.')
    expect(await said({ saving: true, dirty: true })).toBe('Enregistrement…')
  })
})

describe('nobody answered', () => {
  const answered = (status: number) => ({ status, statusText: '', internal: false, data: null })
  test.each([
    [new TypeError('Failed to fetch'), 'line'],
    [new TypeError('NetworkError when attempting to fetch resource.'), 'line'],
    [new TypeError('Load failed'), 'line'],
    [new TypeError('undefined is not a function'), 'house'],
    [answered(503), 'house'],
    [answered(500), 'house'],
    [new Error('Unable to decode turbo-stream response'), 'house'],
    [answered(403), null],
    [answered(404), null],
    [new DOMException('gone on', 'AbortError'), null],
    [new Response(null, { status: 303 }), null],
  ])('%o is %j', (error, away) => {
    expect(awayOf(error)).toBe(away)
  })

  test('is told apart from every answer', () => {
    expect([isAway({ away: 'line' }), isAway({ answer: {} }), isAway(null), isAway(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
