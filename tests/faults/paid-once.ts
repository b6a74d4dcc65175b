import { expect } from 'vitest'

import type { House } from './house.ts'

/** Exactly one paid video in HeyGen's ledger for the one approval of a request, and one fact for each step of its film. */
export async function expectPaidOnce(house: House, requestId: string): Promise<void> {
  const facts = await house.facts(requestId)
  const types = facts.map(({ type }) => type).filter((type) => type.startsWith('Video'))
  expect(types.toSorted()).toEqual(['VideoArchived', 'VideoReady', 'VideoRequested', 'VideoSubmitted'])
  const order = facts.find(({ type }) => type === 'VideoRequested')
  const paid = (await house.rehearsal.ledger()).filter(({ title }) => title === order?.attempt)
  expect(
    paid.map(({ video_id }) => video_id),
    'videos paid for one approval',
  ).toHaveLength(1)
}
