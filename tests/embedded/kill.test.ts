import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { EmbeddedDatabase } from '#db/embedded/embedded.ts'

import { kill, killServer, open, query, serverPid, startApp, tempFolder, until, type Said } from './house.ts'

test('Node killed: the server lives on, the next start adopts it, and every acknowledged row is there', async () => {
  const dataDir = join(tempFolder(), 'data')
  const app = startApp(dataDir, 'web', 4)
  await until(() => app.said.length > 500)
  const pid = serverPid(dataDir)
  await kill(app.child)
  expect(serverPid(dataDir)).toBe(pid)
  const database = await open(dataDir, 'web')
  expect(serverPid(dataDir)).toBe(pid)
  expect(await missing(database, app.said)).toEqual([])
  await database.stop()
  expect(serverPid(dataDir)).toBe(0)
})

test('everything killed under four writers, twice: the next start recovers every acknowledged row', async () => {
  const dataDir = join(tempFolder(), 'data')
  const said: Said[] = []
  for (let round = 0; round < 2; round++) {
    const app = startApp(dataDir, 'web', 4)
    await until(() => app.said.length > 500)
    await Promise.all([kill(app.child), killServer(dataDir)])
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(true)
    said.push(...app.said)
  }
  const database = await open(dataDir, 'web')
  expect(await missing(database, said)).toEqual([])
})

test('the server killed under living apps: they hear of it, start it again and hold their roles again', async () => {
  const dataDir = join(tempFolder(), 'data')
  const web = await open(dataDir, 'web')
  const companion = await open(dataDir)
  const heard: string[] = []
  web.onLost(() => heard.push('web'))
  companion.onLost(() => {
    heard.push('companion')
    throw new Error('a listener that fails harms nobody')
  })
  const before = serverPid(dataDir)
  await killServer(dataDir)
  await until(() => seated(web, 2))
  expect(heard.toSorted()).toEqual(['companion', 'web'])
  expect(serverPid(dataDir)).not.toBe(before)
  const [roles] = await query<{ count: string }>(
    web,
    `select count(*) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock'`,
  )
  expect(roles).toEqual({ count: '1' })
  await web.stop()
  expect(serverPid(dataDir)).not.toBe(0)
  await companion.stop()
  expect(serverPid(dataDir)).toBe(0)
})

test('an app killed while it makes its cluster leaves nothing in the way of the next', async () => {
  const dataDir = join(tempFolder(), 'data')
  const app = startApp(dataDir, 'web')
  await until(() => existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('postgres.new-')))
  await kill(app.child)
  const database = await open(dataDir, 'web')
  expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(readdirSync(dataDir).toSorted()).toEqual(['postgres', 'postgres.log', 'socket'])
})

test('an app told to stop while its server is dead stops all the same', async () => {
  const dataDir = join(tempFolder(), 'data')
  const web = await open(dataDir, 'web')
  const lost = new Promise<void>((resolve) => web.onLost(resolve))
  await killServer(dataDir)
  await lost
  const before = performance.now()
  await web.stop()
  expect(performance.now() - before).toBeLessThan(2_000)
  await until(() => serverPid(dataDir) === 0)
})

async function missing(database: EmbeddedDatabase, said: Said[]): Promise<string[]> {
  const rows = await query<{ writer: string; n: number }>(database, 'select writer, n from acknowledged')
  const stored = new Set(rows.map(({ writer, n }) => `${writer} ${n}`))
  const acknowledged = said.filter(({ writer }) => writer !== undefined).map(({ writer, n }) => `${writer} ${n}`)
  expect(acknowledged.length).toBeGreaterThan(500)
  return acknowledged.filter((row) => !stored.has(row))
}

async function seated(database: EmbeddedDatabase, count: number): Promise<boolean> {
  const sql = `select 1 from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted`
  return (await query(database, sql).catch(() => [])).length === count
}
