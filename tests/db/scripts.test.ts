/** The scripts on the archive: they take the time they need, and say what they found. */
import { spawnSync, type SpawnSyncOptionsWithStringEncoding } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { withArchive } from '../../scripts/with-archive.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { booked, newStory, tell } from '../setup/history.ts'

const root = resolve(import.meta.dirname, '../..')

let house: TestDatabase
let dir: string
let env: Record<string, string>
beforeAll(async () => {
  house = await createTestDatabase()
  for (let n = 0; n < 102; n += 1) await tell(house.archive, newStory(house.archive), [booked()])
  dir = mkdtempSync(join(tmpdir(), 'recit-scripts-'))
  const { host, port, user, database } = house.connection
  env = {
    DATABASE_URL: `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    ...{ DATA_DIR: dir, LOG_LEVEL: 'warn', MASTER_KEY: house.masterKey.toString('base64') },
  }
})
afterAll(async () => {
  await house.drop()
  rmSync(dir, { recursive: true, force: true })
})
beforeEach(() => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
})
afterEach(() => vi.unstubAllEnvs())

test('a script has no page waiting for it', async () => {
  const patience: unknown[] = []
  await withArchive(async ({ database: { pool } }) => {
    const { rows } = await pool.query(
      "select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock",
    )
    patience.push(...rows)
  })
  expect([patience, process.exitCode]).toEqual([[{ statement: '0', lock: '0' }], undefined])
})

test.each([
  ["update book_requests set email = 'x'", 100, 'et 2 autres'],
  ["update book_requests set email = 'x' where id in (select id from book_requests limit 101)", 100, 'et 1 autre'],
  ["update book_requests set email = 'x' where id in (select id from book_requests limit 1)", 1, null],
])('npm run rebuild names what differed after « %s »', async (change, named, others) => {
  await house.archive.database.pool.query(change)
  const said = rebuild()
  expect(said.filter((line) => /^différait : [0-9a-f-]{36} \(email\)$/.test(line))).toHaveLength(named)
  expect(said.filter((line) => line.startsWith('et '))).toEqual(others === null ? [] : [others])
  expect(said.join()).not.toContain('Aucune différence')
  expect(rebuild().at(-1)).toBe('Aucune différence : la vue disait ce que dit le journal.')
})

function rebuild(): string[] {
  const options: SpawnSyncOptionsWithStringEncoding = {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    encoding: 'utf8',
  }
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/rebuild.ts'], options)
  expect(stderr).toBe('')
  return stdout.trim().split('\n')
}
