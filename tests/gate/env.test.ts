import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

import { describe, expect, it } from 'vitest'

import { readEnv } from '#app/env.ts'

const exposed = {
  APP_ORIGIN: 'https://recit.test',
  SESSION_SECRET: 'q7Lw2ZcV9tRb4NfKx1Hs8JdPm3Gy6TuA',
  MASTER_KEY: Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7)).toString('base64'),
  OPENAI_API_KEY: 'sk-proj-8d7f6g5h4j3k',
  HEYGEN_API_KEY: 'hg-8d7f6g5h4j3k',
  HEYGEN_WEBHOOK_SECRET: 'whsec_8d7f6g5h4j3k, whsec_older8d7f6g5h',
  HEYGEN_AVATAR_ID: 'avatar-1',
  HEYGEN_VOICE_ID: 'voice-1',
}

/** The variables that the refusal names. */
function named(source: Record<string, string | undefined>): string[] {
  try {
    readEnv(source)
    return []
  } catch (error) {
    const lines = error instanceof Error ? error.message.split('\n').slice(1) : []
    return [...new Set(lines.map((line) => line.trim().split('\u00a0')[0] ?? ''))].toSorted()
  }
}

describe('the environment', () => {
  it('may be empty: a demo on the loopback', () => {
    expect(readEnv({ PORT: '', APP_ORIGIN: '  ' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      origin: null,
      secureCookies: false,
      sessionSecret: null,
      masterKey: null,
      openai: { model: 'gpt-6.1-terra' },
      worker: 'inline',
      fourEyes: false,
      demo: { openai: true, heygen: true },
    })
  })

  it('as in .env.example starts, and the example names every variable', () => {
    const example = parseEnv(readFileSync('.env.example', 'utf8'))
    expect(readEnv(example).demo).toEqual({ openai: true, heygen: true })
    const source = readFileSync('app/env.ts', 'utf8')
    const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name)
    expect(Object.keys(example).toSorted()).toEqual(known.toSorted())
  })

  it('of production is whole and frozen', () => {
    const env = readEnv({
      ...exposed,
      HOST: '0.0.0.0',
      FOUR_EYES: 'on',
      HEYGEN_FILE_HOSTS: 'files.test, cdn.test:8443',
    })
    expect(env).toMatchObject({
      origin: 'https://recit.test',
      secureCookies: true,
      fourEyes: true,
      demo: { openai: false, heygen: false },
    })
    expect(env.heygen.webhookSecrets).toEqual(['whsec_8d7f6g5h4j3k', 'whsec_older8d7f6g5h'])
    expect(env.heygen.fileHosts).toEqual(['files.test', 'cdn.test:8443'])
    expect(env.masterKey).toHaveLength(32)
    expect(Object.isFrozen(env)).toBe(true)
  })

  it.each<[string, Record<string, string | undefined>, string[]]>([
    ['a foreign http origin', { APP_ORIGIN: 'http://recit.test' }, ['APP_ORIGIN']],
    ['an origin with a path', { APP_ORIGIN: 'http://localhost:3000/admin' }, ['APP_ORIGIN']],
    ['an origin of another kind', { APP_ORIGIN: 'ftp://localhost' }, ['APP_ORIGIN']],
    ['every address without https', { ...exposed, APP_ORIGIN: undefined, HOST: '0.0.0.0' }, ['APP_ORIGIN']],
    [
      'https without secrets and keys',
      { APP_ORIGIN: 'https://recit.test' },
      ['HEYGEN_API_KEY', 'MASTER_KEY', 'OPENAI_API_KEY', 'SESSION_SECRET'],
    ],
    ['one vendor in demo behind https', { ...exposed, OPENAI_API_KEY: undefined }, ['OPENAI_API_KEY']],
    [
      'a sample secret behind https',
      { ...exposed, SESSION_SECRET: 'change-me-change-me-change-me-change-me' },
      ['SESSION_SECRET'],
    ],
    ['a key of zeros behind https', { ...exposed, MASTER_KEY: '0'.repeat(64) }, ['MASTER_KEY']],
    [
      'a simulator behind https',
      { ...exposed, OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', HEYGEN_BASE_URL: 'https://localhost:9' },
      ['HEYGEN_BASE_URL', 'OPENAI_BASE_URL'],
    ],
    ['a webhook secret of commas', { HEYGEN_WEBHOOK_SECRET: ', ,' }, ['HEYGEN_WEBHOOK_SECRET']],
    [
      'half an account',
      { ADMIN_EMAIL: 'a@b.fr', AUDITOR_PASSWORD: 'long enough 12' },
      ['ADMIN_PASSWORD', 'AUDITOR_EMAIL'],
    ],
    [
      'many at once',
      {
        PORT: '70000',
        WORKER: 'x',
        MASTER_KEY: 'abc',
        SESSION_SECRET: 'short',
        DATABASE_URL: 'mysql://x',
        LOG_LEVEL: 'loud',
        FOUR_EYES: '1',
        HEYGEN_ENGINE: 'v',
        OPENAI_BASE_URL: 'x',
        ADMIN_EMAIL: 'x',
        ADMIN_PASSWORD: 'x',
      },
      [
        'ADMIN_EMAIL',
        'ADMIN_PASSWORD',
        'DATABASE_URL',
        'FOUR_EYES',
        'HEYGEN_ENGINE',
        'LOG_LEVEL',
        'MASTER_KEY',
        'OPENAI_BASE_URL',
        'PORT',
        'SESSION_SECRET',
        'WORKER',
      ],
    ],
  ])('with %s is refused by name', (_what, source, names) => expect(named(source)).toEqual(names))

  it.each(['0x10', '-1', '3000.5', '1e3', 'abc', '65536'])('PORT %s is no port', (port) =>
    expect(named({ PORT: port })).toEqual(['PORT']),
  )

  it('accepts a loopback origin in http, and a simulator beside it', () => {
    const env = readEnv({
      APP_ORIGIN: 'http://localhost:3000/',
      OPENAI_API_KEY: 'k',
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
    })
    expect([env.origin, env.secureCookies, env.demo.openai]).toEqual(['http://localhost:3000', false, false])
  })

  it('does not repeat a secret in its refusal', () => {
    expect(() => readEnv({ SESSION_SECRET: 'hunter2' })).toThrow(/^(?![^]*hunter2)/)
  })
})
