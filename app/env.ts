/** The one place where the environment is read. Names, defaults and rules: design.md §6. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

import { contradictions, isOrigin, keyBytes, type Problem } from './env-rules.ts'

export type Env = Readonly<ReturnType<typeof shape>>

type Source = Record<string, string | undefined>

/**
 * Reads and checks every variable. Without an argument: the `.env` file if there is one, then `process.env` (which wins).
 * @throws {Error} one error, in French, with a line for each wrong or missing variable.
 */
export function readEnv(source: Source = ownEnvironment()): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = z.object(variables).safeParse(given, { error: () => 'valeur absente ou de mauvaise forme' })
  const wrong = (parsed.error?.issues ?? []).map(({ path, message }) => ({ name: String(path[0]), text: message }))
  const problems = [...wrong, ...contradictions(given)]
  if (!parsed.success || problems.length > 0) throw new Error(complaint(problems))
  return Object.freeze(shape(parsed.data))
}

function ownEnvironment(): Source {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

const text = z.string().trim()
const optional = text.optional()
const secret = text.min(32, 'au moins 32 caractères').optional()
const email = z.email('adresse e-mail attendue').optional()
const password = z.string().min(12, 'au moins 12 caractères').max(128, 'au plus 128 caractères').optional()
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'port entre 0 et 65535 attendu')
  .transform(Number)
  .refine((n) => n < 65_536, 'port entre 0 et 65535 attendu')
const baseUrl = z.url({ protocol: /^https?$/, error: 'adresse http(s) attendue' }).optional()
const commaList = text
  .transform((list) =>
    list
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )
  .refine((list) => list.length > 0, 'au moins une valeur, séparées par des virgules')
  .default([])

const variables = {
  PORT: port.default(3000),
  HOST: text.default('127.0.0.1'),
  APP_ORIGIN: text.refine(isOrigin, 'origine sans chemin attendue, par exemple https://recit.example').optional(),
  DATA_DIR: text.default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'adresse postgres:// attendue' }).optional(),
  SESSION_SECRET: secret,
  MASTER_KEY: text
    .refine((key) => keyBytes(key) !== null, '32 octets attendus, en base64 ou en hexadécimal')
    .optional(),
  ADMIN_EMAIL: email,
  ADMIN_PASSWORD: password,
  AUDITOR_EMAIL: email,
  AUDITOR_PASSWORD: password,
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: baseUrl,
  OPENAI_MODEL: text.default('gpt-6.1-terra'),
  HEYGEN_API_KEY: optional,
  HEYGEN_BASE_URL: baseUrl,
  HEYGEN_WEBHOOK_SECRET: commaList,
  HEYGEN_AVATAR_ID: optional,
  HEYGEN_VOICE_ID: optional,
  HEYGEN_ENGINE: z
    .enum(['avatar_iii', 'avatar_iv', 'avatar_v'], 'avatar_iii, avatar_iv ou avatar_v attendu')
    .optional(),
  HEYGEN_FILE_HOSTS: commaList,
  WORKER: z.enum(['inline', 'off'], 'inline ou off attendu').default('inline'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  FOUR_EYES: z.enum(['on', 'off'], 'on ou off attendu').default('off'),
}

function complaint(problems: Problem[]): string {
  const lines = problems.map(({ name, text }) => `  ${name}\u00a0: ${text}`)
  return `Récit ne démarre pas. Variables à corriger (voir .env.example)\u00a0:\n${[...new Set(lines)].join('\n')}`
}

function shape(read: z.output<z.ZodObject<typeof variables>>) {
  const origin = read.APP_ORIGIN?.replace(/\/$/, '') ?? null
  return {
    port: read.PORT,
    host: read.HOST,
    origin,
    secureCookies: origin?.startsWith('https:') === true,
    dataDir: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL ?? null,
    sessionSecret: read.SESSION_SECRET ?? null,
    masterKey: read.MASTER_KEY === undefined ? null : keyBytes(read.MASTER_KEY),
    admin: account(read.ADMIN_EMAIL, read.ADMIN_PASSWORD),
    auditor: account(read.AUDITOR_EMAIL, read.AUDITOR_PASSWORD),
    openai: Object.freeze({
      apiKey: read.OPENAI_API_KEY ?? null,
      baseUrl: read.OPENAI_BASE_URL ?? null,
      model: read.OPENAI_MODEL,
    }),
    heygen: Object.freeze({
      apiKey: read.HEYGEN_API_KEY ?? null,
      baseUrl: read.HEYGEN_BASE_URL ?? null,
      webhookSecrets: read.HEYGEN_WEBHOOK_SECRET,
      avatarId: read.HEYGEN_AVATAR_ID ?? null,
      voiceId: read.HEYGEN_VOICE_ID ?? null,
      engine: read.HEYGEN_ENGINE ?? null,
      fileHosts: read.HEYGEN_FILE_HOSTS,
    }),
    worker: read.WORKER,
    logLevel: read.LOG_LEVEL,
    fourEyes: read.FOUR_EYES === 'on',
    /** A vendor without its key is played by its simulator. */
    demo: Object.freeze({ openai: read.OPENAI_API_KEY === undefined, heygen: read.HEYGEN_API_KEY === undefined }),
  }
}

function account(email: string | undefined, password: string | undefined) {
  return email === undefined || password === undefined ? null : Object.freeze({ email, password })
}
