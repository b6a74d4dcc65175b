import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import { expect, test } from 'vitest'

import { kill, open, query, serverPid, startApp, tempFolder } from './house.ts'

test('a first start makes a UTF-8 cluster behind a private socket, and the last stop ends the server quickly', async () => {
  const dataDir = join(tempFolder(), 'données, « à part »')
  const database = await open(dataDir, 'web')
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(`
    select pg_encoding_to_char(encoding) as encoding, datlocprovider, datlocale,
      current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as synchronous, current_setting('max_connections') as connections,
      upper('é') as upper
    from pg_database where datname = current_database()`)
  await client.end()
  expect(rows).toEqual([
    {
      encoding: 'UTF8',
      datlocprovider: 'b',
      datlocale: 'C.UTF-8',
      addresses: '',
      fsync: 'on',
      synchronous: 'on',
      connections: '60',
      upper: 'É',
    },
  ])
  for (const path of [dataDir, join(dataDir, 'postgres'), database.connection.host])
    expect(statSync(path).mode & 0o777).toBe(0o700)
  expect(statSync(join(dataDir, 'postgres.log')).mode & 0o777).toBe(0o600)
  const before = performance.now()
  await database.stop()
  expect(performance.now() - before).toBeLessThan(2_000)
  expect(serverPid(dataDir)).toBe(0)
})

test('the server leads a session of its own, out of reach of the terminal’s Ctrl-C', async () => {
  const dataDir = join(tempFolder(), 'data')
  await open(dataDir)
  const pid = serverPid(dataDir)
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [, , , group, session] = stat.slice(stat.lastIndexOf(')')).split(' ')
  expect([group, session]).toEqual([String(pid), String(pid)])
})

test('four starts at once share one server', async () => {
  const dataDir = join(tempFolder(), 'data')
  const others = [startApp(dataDir, 'companion'), startApp(dataDir, 'web')]
  const mine = await Promise.all([open(dataDir), open(dataDir)])
  expect(await Promise.all(others.map(({ opened }) => opened))).toMatchObject([{ ready: true }, { ready: true }])
  const [presence] = await query<{ count: string }>(
    mine[0],
    `select count(*) from pg_stat_activity where application_name = 'recit-presence'`,
  )
  expect(presence).toEqual({ count: '4' })
})

test('a second web app is refused in words; a companion joins; whoever leaves last stops the server', async () => {
  const dataDir = join(tempFolder(), 'data')
  const web = await open(dataDir, 'web')
  const pid = serverPid(dataDir)
  const companion = startApp(dataDir, 'companion')
  expect(await companion.opened).toMatchObject({ ready: true })
  await expect(open(dataDir, 'web')).rejects.toThrow(/^Récit tourne déjà sur ce dossier/)
  await web.stop()
  expect(serverPid(dataDir)).toBe(pid)
  await kill(companion.child, 'SIGTERM')
  expect(serverPid(dataDir)).toBe(0)
})

test('an app that opens while the last one leaves always finds a server', async () => {
  const dataDir = join(tempFolder(), 'data')
  let last = await open(dataDir, 'web')
  for (let turn = 0; turn < 5; turn++) {
    const [next] = await Promise.all([open(dataDir, 'web'), last.stop()])
    expect(await query(next, 'select 1 as one')).toEqual([{ one: 1 }])
    last = next
  }
  await last.stop()
  expect(serverPid(dataDir)).toBe(0)
})

test('a folder too deep for a socket gets one in the temporary folder', async () => {
  const deep = join(tempFolder(), 'data', 'a'.repeat(60), 'b'.repeat(60))
  mkdirSync(deep, { recursive: true })
  const database = await open(deep, 'web')
  expect(database.connection.host.startsWith(tmpdir())).toBe(true)
  expect(statSync(database.connection.host).mode & 0o777).toBe(0o700)
  expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }])
  await database.stop()
  expect(serverPid(deep)).toBe(0)
  rmSync(database.connection.host, { recursive: true })
})
