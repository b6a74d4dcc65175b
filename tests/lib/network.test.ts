import { expect, test } from 'vitest'

import { createHeygen } from '#app/lib/heygen.ts'
import { createOpenAi } from '#app/lib/openai.ts'
import { forgiveStrays } from '../setup/network.ts'
import { answerAsHeygen, answerAsOpenAi } from '../setup/simulators.ts'
import { json, serve } from './wire.ts'

test('a request that nobody expects is stopped, and counted even where the product takes it in its stride', async () => {
  const heygen = createHeygen({ apiKey: 'k', baseUrl: 'https://api.heygen.com' })
  expect(await heygen.readVideo('v1')).toMatchObject({ tag: 'unavailable' })
  expect(forgiveStrays()).toEqual(['https://api.heygen.com'])
})

test('loopback is let through', async () => {
  const { origin } = await serve(json({ data: { id: 'v1', status: 'pending' } }))
  const heygen = createHeygen({ apiKey: 'k', baseUrl: origin })
  expect(await heygen.readVideo('v1')).toMatchObject({ tag: 'pending' })
  expect(forgiveStrays()).toEqual([])
})

test('simulators answer under the real addresses, bodies and headers included', async () => {
  const asked: string[] = []
  const simulator = {
    async fetch(request: Request) {
      asked.push(`${request.method} ${request.url} ${String((await request.text()).length > 0)}`)
      return Response.json({ error: { code: 'unauthorized', message: '' } }, { status: 401 })
    },
  }
  answerAsOpenAi(simulator)
  answerAsHeygen(simulator)
  const openAi = createOpenAi({ apiKey: 'k', baseUrl: 'https://api.openai.com/v1', model: 'm' })
  const lifePath = { value: 7, master: false }
  const numbers = { lifePath, expression: null, soulUrge: null, personality: null, personalYear: null }
  const wishes = { theme: null, memories: [], instructions: null, sections: ['accueil'] as const }
  const order = { firstName: 'Camille', numbers, ...wishes }
  expect(await openAi.writeScript(order)).toMatchObject({ tag: 'rejected', code: 'unauthorized' })
  const heygen = createHeygen({ apiKey: 'k', baseUrl: 'https://api.heygen.com' })
  expect(await heygen.readVideo('v1')).toMatchObject({ tag: 'unavailable', code: 'unauthorized' })
  expect(asked).toEqual([
    'POST https://api.openai.com/v1/responses true',
    'GET https://api.heygen.com/v3/videos/v1 false',
  ])
})
