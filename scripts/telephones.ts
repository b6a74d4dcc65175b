import { join } from 'node:path'

import type { Settings, Telephones } from '#app/desk/context.ts'
import type { Env } from '#app/env.ts'
import { createHeygen } from '#app/lib/heygen.ts'
import { createOpenAi } from '#app/lib/openai.ts'
import { createStorage } from '#app/lib/storage.ts'

export type Lines = { telephones: Telephones; presenter: Pick<Settings, 'avatarId' | 'voiceId' | 'engine'> }

/** `rehearsal`: the origin of the simulators, for the vendors that are played. */
export async function connectTelephones(env: Env, rehearsal: string | null): Promise<Lines> {
  const heygenUrl = env.demo.heygen ? needed(rehearsal) : (env.heygen.baseUrl ?? 'https://api.heygen.com')
  const openaiUrl = env.demo.openai ? `${needed(rehearsal)}/v1` : (env.openai.baseUrl ?? 'https://api.openai.com/v1')
  const openai = createOpenAi({ apiKey: env.openai.apiKey ?? 'demo', baseUrl: openaiUrl, model: env.openai.model })
  const heygen = createHeygen({ apiKey: env.heygen.apiKey ?? 'demo', baseUrl: heygenUrl })
  const storage = createStorage({ dir: join(env.dataDir, 'films'), fileHosts: fileHosts(env, heygenUrl) })
  await storage.sweep()
  return { telephones: { openai, heygen, storage }, presenter: await choosePresenter(env, heygen) }
}

/** A HeyGen on the loopback is a simulator, and hands out its films itself. */
function fileHosts({ heygen }: Env, heygenUrl: string): string[] {
  const { hostname, host } = new URL(heygenUrl)
  const loopback = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  return loopback ? [...heygen.fileHosts, host] : [...heygen.fileHosts]
}

/** What is not set is chosen among HeyGen's public looks and French voices; never a private one, which is somebody's. */
async function choosePresenter({ heygen: set }: Env, heygen: Telephones['heygen']): Promise<Lines['presenter']> {
  const engine = set.engine ?? 'avatar_iii'
  if (set.avatarId !== null && set.voiceId !== null) return { engine, avatarId: set.avatarId, voiceId: set.voiceId }
  const [looks, voices] = await Promise.all([
    heygen.listLooks({ ownership: 'public' }),
    heygen.listVoices({ language: 'French' }),
  ])
  const look = looks.tag === 'ok' ? (looks.items.find((one) => supports(one, engine)) ?? looks.items[0]) : undefined
  const voice = voices.tag === 'ok' ? voices.items[0] : undefined
  return {
    engine: look && !supports(look, engine) ? (look.engines.find(isEngine) ?? engine) : engine,
    avatarId: set.avatarId ?? look?.id ?? null,
    voiceId: set.voiceId ?? voice?.id ?? null,
  }
}

const supports = (look: { engines: string[] }, engine: string) =>
  look.engines.length === 0 || look.engines.includes(engine)
const isEngine = (name: string): name is Settings['engine'] => ['avatar_iii', 'avatar_iv', 'avatar_v'].includes(name)

function needed(url: string | null): string {
  if (url === null) throw new Error('the simulators are not up')
  return url
}
