import { cpSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { findBinaries, packageRoot } from '#db/embedded/binaries.ts'
import { preparePlace, prepareSocketDir } from '#db/embedded/place.ts'
import { withStartLock } from '#db/embedded/start-lock.ts'

import { kill, killServer, open, query, serverPid, startApp, tempFolder } from './house.ts'

test('a machine without binaries is told of DATABASE_URL', () => {
  expect(() => packageRoot('sunos', 'x64')).toThrow(/sunos-x64.*DATABASE_URL/)
  expect(() => packageRoot('win32', 'x64')).toThrow(/win32-x64.*DATABASE_URL/)
})

test('library links that the postinstall did not make are made, by two finders as by one', () => {
  const root = copyOfPackage()
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[]
  for (const { target } of links) rmSync(join(root, target), { force: true })
  const { postgres, major } = findBinaries(root)
  expect(major).toBe('18')
  expect(links.map(({ target }) => lstatSync(join(root, target)).isSymbolicLink())).toEqual(links.map(() => true))
  expect(findBinaries(root).postgres).toBe(postgres)
  writeFileSync(join(root, 'native', 'pg-symlinks.json'), '[{"source":"native/none/a.1","target":"native/none/a"}]')
  expect(() => findBinaries(root)).toThrow(/--ignore-scripts.*DATABASE_URL/)
  expect(execFileSync(postgres, ['-V'], { encoding: 'utf8' })).toContain('18.4')
})

test('data of another major version is refused in words', async () => {
  const dataDir = join(tempFolder(), 'data')
  mkdirSync(join(dataDir, 'postgres'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
  await expect(open(dataDir)).rejects.toThrow(/Postgres 17.*Postgres 18.*DATABASE_URL/)
})

test('a pid file whose pid now belongs to another process does not stop a start', async () => {
  const dataDir = join(tempFolder(), 'data')
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  const stale = `${process.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n${join(dataDir, 'socket')}\n\n`
  const app = startApp(dataDir, 'companion')
  await app.opened
  await kill(app.child)
  await killServer(dataDir)
  writeFileSync(pidFile, stale)
  writeFileSync(join(dataDir, 'socket', '.s.PGSQL.5432.lock'), stale)
  const again = startApp(dataDir, 'companion')
  expect(await again.opened).toMatchObject({ ready: true })
})

test('the copy of a live folder gets a server of its own', async () => {
  const folder = tempFolder()
  const first = await open(join(folder, 'data'))
  cpSync(join(folder, 'data', 'postgres'), join(folder, 'copy', 'postgres'), { recursive: true })
  const copy = await open(join(folder, 'copy'))
  await query(copy, 'create table only_in_the_copy ()')
  expect(await query(first, `select to_regclass('only_in_the_copy') as found`)).toEqual([{ found: null }])
  expect(serverPid(join(folder, 'copy'))).not.toBe(serverPid(join(folder, 'data')))
})

test('a server that cannot start is quoted', async () => {
  const dataDir = join(tempFolder(), 'data')
  await (await open(dataDir)).stop()
  writeFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n')
  await expect(open(dataDir)).rejects.toThrow(/La base embarquée ne démarre pas[^]*no_such_setting/)
})

test('a socket folder that somebody else could have made is refused', () => {
  const dataDir = join(tempFolder(), 'data')
  const place = preparePlace(dataDir)
  symlinkSync('/tmp', join(dataDir, 'socket'))
  expect(() => prepareSocketDir(place, [process.getuid?.() ?? 0])).toThrow(/appartient à un autre compte/)
})

test('the start lock admits one at a time, and outlives a holder that was killed', async () => {
  const file = join(tempFolder(), 'lock')
  const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim()
  writeFileSync(file, `${gone} 1`)
  let inside = 0
  const turns = Array.from({ length: 20 }, () =>
    withStartLock(file, 10_000, undefined, async () => {
      expect(++inside).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 5))
      return --inside
    }),
  )
  expect(await Promise.all(turns)).toEqual(turns.map(() => 0))
})

test('the start lock is not taken from a living holder', async () => {
  const file = join(tempFolder(), 'lock')
  await withStartLock(file, 1_000, undefined, async () => {
    expect(await withStartLock(file, 300, undefined, () => Promise.resolve('in'))).toBeNull()
  })
  expect(await withStartLock(file, 300, undefined, () => Promise.resolve('in'))).toBe('in')
})

function copyOfPackage(): string {
  const root = join(tempFolder(), 'package')
  cpSync(packageRoot(process.platform, process.arch), root, { recursive: true, verbatimSymlinks: true })
  return root
}
