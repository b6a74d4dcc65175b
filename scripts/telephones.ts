import { join } from 'node:path'

import type { Presenter, Telephones } from '#app/desk/context.ts'
import type { Env } from '#app/env.ts'
import { createHeygen } from '#app/lib/heygen.ts'
import { createOpenAi } from '#app/lib/openai.ts'
import { createStorage } from '#app/lib/storage.ts'

import { choosePresenter } from './presenter.ts'

export type Lines = { telephones: Telephones; presenter: () => Presenter }

/** `rehearsal`: the origin of the simulators, for the vendors that are played. */
export async function connectTelephones(env: Env, rehearsal: string | null): Promise<Lines> {
  const heygenUrl = env.demo.heygen ? needed(rehearsal) : (env.heygen.baseUrl ?? 'https://api.heygen.com')
  const openaiUrl = env.demo.openai ? `${needed(rehearsal)}/v1` : (env.openai.baseUrl ?? 'https://api.openai.com/v1')
  const openai = createOpenAi({ apiKey: env.openai.apiKey ?? 'demo', baseUrl: openaiUrl, model: env.openai.model })
  const heygen = createHeygen({ apiKey: env.heygen.apiKey ?? 'demo', baseUrl: heygenUrl })
  const storage = createStorage({ dir: join(env.dataDir, 'films'), fileHosts: fileHosts(env, heygenUrl) })
  await storage.sweep()
  return { telephones: { openai, heygen, storage }, presenter: choosePresenter(env, heygen) }
}

/** A HeyGen on the loopback is a simulator, and hands out its films itself. */
function fileHosts({ heygen }: Env, heygenUrl: string): string[] {
  const { hostname, host } = new URL(heygenUrl)
  const loopback = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  return loopback ? [...heygen.fileHosts, host] : [...heygen.fileHosts]
}

function needed(url: string | null): string {
  if (url === null) throw new Error('the simulators are not up')
  return url
}
