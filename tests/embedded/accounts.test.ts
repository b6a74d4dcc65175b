/** Root, ordinary accounts, and accounts that the system does not know. Needs root to play them all. */
import { chmodSync, chownSync, mkdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { findBinaries } from '#db/embedded/binaries.ts'
import { ensureCluster } from '#db/embedded/cluster.ts'
import { preparePlace } from '#db/embedded/place.ts'
import { chooseAccount, chooseRunner, userNamespace } from '#db/embedded/privileges.ts'

import { kill, open, query, serverPid, startApp, tempFolder } from './house.ts'

const nobody = { uid: 65534, gid: 65534 }

describe.skipIf(process.getuid?.() !== 0)('as root', () => {
  test('the server runs in a user namespace and its files stay root’s', async () => {
    const dataDir = join(tempFolder(), 'data')
    const place = preparePlace(dataDir)
    expect(chooseRunner(findBinaries(), place)).toBe(userNamespace)
    await open(dataDir)
    expect(readlinkSync(`/proc/${serverPid(dataDir)}/ns/user`)).not.toBe(readlinkSync('/proc/self/ns/user'))
    expect(statSync(join(dataDir, 'postgres', 'base')).uid).toBe(0)
  })

  test('where namespaces are refused, an account without privileges gets the folder, now and later', async () => {
    const folder = openFolder()
    const dataDir = join(folder, 'data')
    const place = preparePlace(dataDir)
    const runner = chooseAccount(findBinaries(), place)
    expect(['postgres', 'nobody']).toContain(runner.account?.name)
    await ensureCluster(place, findBinaries(), runner)
    const database = await open(dataDir, 'web')
    expect(uidOf(serverPid(dataDir))).toBe(runner.account?.uid)
    expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(statSync(dataDir)).toMatchObject({ uid: 0, gid: runner.account?.gid, mode: 0o40710 })
    await database.stop()
    expect(serverPid(dataDir)).toBe(0)
  })

  test('a cluster made in a namespace is handed over where namespaces are refused', async () => {
    const dataDir = join(openFolder(), 'data')
    await (await open(dataDir)).stop()
    const place = preparePlace(dataDir)
    const runner = chooseAccount(findBinaries(), place)
    await ensureCluster(place, findBinaries(), runner)
    const database = await open(dataDir)
    expect(uidOf(serverPid(dataDir))).toBe(runner.account?.uid)
    expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a folder that no account reaches is refused in words', () => {
    const place = preparePlace(join(tempFolder(), 'data'))
    expect(() => chooseAccount(findBinaries(), place)).toThrow(/root.*DATABASE_URL/)
  })

  test('an ordinary account runs the server itself, and root may come later', async () => {
    const dataDir = folderOf(nobody)
    const app = startApp(dataDir, 'web', 0, nobody)
    expect(await app.opened).toMatchObject({ ready: true })
    expect(uidOf(serverPid(dataDir))).toBe(nobody.uid)
    await kill(app.child, 'SIGTERM')
    expect(serverPid(dataDir)).toBe(0)
    await (await open(dataDir)).stop()
    expect(statSync(join(dataDir, 'postgres.log')).uid).toBe(nobody.uid)
    expect(await startApp(dataDir, 'web', 0, nobody).opened).toMatchObject({ ready: true })
  })

  test('an account unknown to the system, and a folder that is another’s, are refused in words', async () => {
    const stranger = { uid: 54321, gid: 54321 }
    const unknown = startApp(folderOf(stranger), 'web', 0, stranger)
    expect((await unknown.opened).failed).toMatch(/uid 54321.*\/etc\/passwd.*DATABASE_URL/)
    const foreign = startApp(folderOf(nobody), 'web', 0, stranger)
    expect((await foreign.opened).failed).toMatch(/ne peut pas être écrit/)
  })
})

function openFolder(): string {
  const folder = tempFolder()
  mkdirSync(join(folder, 'data'), { mode: 0o700 })
  return letThrough(folder)
}

function folderOf({ uid, gid }: typeof nobody): string {
  const dataDir = join(letThrough(tempFolder()), 'data')
  mkdirSync(dataDir, { mode: 0o700 })
  chownSync(dataDir, uid, gid)
  return dataDir
}

function letThrough(folder: string): string {
  chmodSync(folder, 0o711)
  return folder
}

function uidOf(pid: number): number {
  return Number(/^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}
