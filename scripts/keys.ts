/** Secrets and accounts of a first run: given by the environment, else made once and kept in DATA_DIR, mode 0600. */
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Env } from '#app/env.ts'

export type Keys = { masterKey: Buffer; sessionSecret: string; webhookSecrets: string[]; accounts: Account[] }
export type Account = { name: string; email: string; role: 'admin' | 'auditor'; password: string; made: boolean }

export function readKeys(env: Env): Keys {
  const dir = join(env.dataDir, 'secrets')
  const kept = (name: string) => keep(dir, name)
  const simulated = env.demo.heygen && env.heygen.webhookSecrets.length === 0
  return {
    masterKey: env.masterKey ?? Buffer.from(kept('master-key'), 'base64url'),
    sessionSecret: env.sessionSecret ?? kept('session-secret'),
    webhookSecrets: simulated ? [kept('webhook-secret')] : env.heygen.webhookSecrets,
    accounts: accounts(env, kept),
  }
}

function accounts(env: Env, kept: (name: string) => string): Account[] {
  const account = (
    role: Account['role'],
    name: string,
    given: { email: string; password: string } | null,
  ): Account[] => {
    if (given) return [{ role, name, ...given, made: false }]
    if (env.secureCookies) return []
    return [
      {
        role,
        name,
        email: `${role === 'admin' ? 'admin' : 'audit'}@recit.exemple`,
        password: kept(`${role}-password`),
        made: true,
      },
    ]
  }
  return [...account('admin', 'Léa Morvan', env.admin), ...account('auditor', 'Paul Ferrand', env.auditor)]
}

/** The value of a file, made on the first call. It gets its name when it is whole, and the first of two processes wins. */
function keep(dir: string, name: string): string {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const path = join(dir, name)
  if (!existsSync(path)) make(path)
  const value = readFileSync(path, 'utf8').trim()
  if (Buffer.from(value, 'base64url').length !== 32)
    throw new Error(`${path} est abîmé : 32 octets attendus. Rétablissez-le.`)
  return value
}

function make(path: string): void {
  const whole = `${path}.${process.pid}`
  writeFileSync(whole, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
  try {
    linkSync(whole, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(whole)
  }
}
