import { hash } from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'

import { hashPassword, needsRehash, passwordProblem, verifyNobody, verifyPassword } from '#app/lib/passwords.ts'

// The real library, with a count of the checks under way.
let running = 0
let peak = 0
vi.mock(import('@node-rs/argon2'), async (original) => {
  const library = await original()
  const verify: typeof library.verify = async (...args) => {
    running += 1
    peak = Math.max(peak, running)
    return library.verify(...args).finally(() => (running -= 1))
  }
  return { ...library, verify }
})

const password = 'une phrase assez longue'

test('a password opens what it closed, and nothing else does', async () => {
  const hashed = await hashPassword(password)
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(password, hashed)).toBe(true)
  expect(await verifyPassword(`${password} `, hashed)).toBe(false)
  expect(await hashPassword(password)).not.toBe(hashed)
})

test('a damaged hash is a no', async () => {
  const hashed = await hashPassword(password)
  const foreign = ['', 'x', hashed.replace('argon2id', 'argon3'), '$argon2id$v=19$m=1,t=1,p=1$$']
  for (const damaged of [...foreign, hashed.slice(0, -5)]) expect(await verifyPassword(password, damaged)).toBe(false)
  for (const damaged of foreign) expect(needsRehash(damaged)).toBe(true)
})

test('nobody has no password', async () => {
  expect(await verifyNobody(password)).toBe(false)
  expect(await verifyNobody('x'.repeat(100_000))).toBe(false)
})

test('twelve to a hundred and twenty-eight characters, of any kind', async () => {
  expect(passwordProblem('x'.repeat(11))).toBe('too_short')
  expect(passwordProblem('é'.repeat(12))).toBeNull()
  expect(passwordProblem('🌙'.repeat(128))).toBeNull()
  expect(passwordProblem('🌙'.repeat(129))).toBe('too_long')
  await expect(hashPassword('court')).rejects.toThrow(RangeError)
  const emoji = '🌙'.repeat(128)
  expect(await verifyPassword(emoji, await hashPassword(emoji))).toBe(true)
  expect(await verifyPassword('x'.repeat(129), await hash('x'.repeat(129)))).toBe(false)
})

test('hashes of another cost are made anew', async () => {
  expect(needsRehash(await hashPassword(password))).toBe(false)
  expect(needsRehash(await hash(password, { memoryCost: 8192, timeCost: 2, parallelism: 1 }))).toBe(true)
  expect(needsRehash(await hash(password, { memoryCost: 19_456, timeCost: 1, parallelism: 1 }))).toBe(true)
  expect(needsRehash('$2b$10$abcdefghijklmnopqrstuv')).toBe(true)
})

test('a burst stands in line: four run at once, and everyone is served', async () => {
  const right = await hashPassword(password)
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      verifyPassword(n % 3 === 0 ? password : 'tout autre chose', n === 1 ? 'x' : right),
    ),
  )
  expect(answers).toEqual(answers.map((_, n) => n % 3 === 0))
  expect(peak).toBe(4)
})
