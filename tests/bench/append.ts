/** Durable appends a second: the whole function beside the same rows written bare, and beside a bare one-row insert. */
import type { Archive } from '#db/archive.ts'

import { bareRows, createOneRowTable, oneRow, whole } from './appenders.ts'
import { fillWithRequests } from './many-requests.ts'
import { archiveOf, type Place } from './place.ts'
import { compared, perSecond, print, type Line } from './report.ts'
import { takeTurns } from './rounds.ts'

const rounds = 24

export async function benchAppend(place: Place): Promise<void> {
  const archive = archiveOf(await place.createDatabase('append'))
  try {
    await fillWithRequests(archive, 5_000)
    await createOneRowTable(archive)
    for (const writers of [1, 8]) {
      print(`Durable appends, ${writers === 1 ? '1 writer' : `${writers} writers`}`, await contest(archive, writers))
    }
  } finally {
    await archive.close()
  }
}

async function contest(archive: Archive, writers: number): Promise<Line[]> {
  const contenders = [
    await oneRow(archive, writers),
    await bareRows(archive, writers),
    await whole(archive, writers, { name: 'whole' }),
    await whole(archive, writers, { name: 'with a job', job: true }),
  ]
  const { rate, ratio } = await takeTurns(contenders, { lanes: writers, rounds, ms: 150 })
  const figure = perSecond(rate('whole'))
  return [
    { what: 'one row: insert … commit', figure: perSecond(rate('one row')) },
    { what: 'the same rows, bare', figure: perSecond(rate('bare')) },
    compared('whole: chain and view', figure, ratio('whole', 'bare'), 'the same rows, bare', {
      least: writers === 1 ? 0.85 : 0.75,
    }),
    compared('', '', ratio('whole', 'one row'), 'one row', { least: 0.5 }),
    compared('whole, with a job', perSecond(rate('with a job')), ratio('with a job', 'whole'), 'without a job'),
  ]
}
