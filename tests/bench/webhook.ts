/** Signed deliveries a second, each with a body of its own and each stored, against a door that does nothing. */
import { createHmac, randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { Pool } from 'undici'

import { masterKey, type Place } from './place.ts'
import { root, run } from './processes.ts'
import { compared, perSecond, print } from './report.ts'
import { takeTurns, type Contender } from './rounds.ts'

const secret = 'whsec_of_the_bench_0123456789abcdef'
const senders = 8

export async function benchWebhook(place: Place): Promise<void> {
  const url = await place.createDatabase('webhook')
  const doors = await run(process.execPath, [join(root, 'tests/bench/doors.ts')], {
    ...{ DATABASE_URL: url, DATA_DIR: join(place.dir, 'webhook'), NODE_ENV: 'production' },
    ...{ MASTER_KEY: masterKey.toString('hex'), HEYGEN_WEBHOOK_SECRET: secret },
  })
  const pool = new Pool(doors.origin, { connections: senders })
  try {
    const fromOurPage = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
    const contenders = [
      sender(pool, 'webhook', '/api/webhook/heygen', (body) => ({ 'heygen-signature': sign(body) })),
      sender(pool, 'empty', '/bench/empty', () => fromOurPage),
    ]
    const { rate, ratio } = await takeTurns(contenders, { lanes: senders, rounds: 24, ms: 200 })
    print(`Webhook, ${senders} senders`, [
      { what: 'POST to an empty resource route', figure: perSecond(rate('empty')) },
      compared('signed delivery, stored', perSecond(rate('webhook')), ratio('webhook', 'empty'), 'the empty route', {
        least: 0.5,
      }),
    ])
  } finally {
    await pool.close()
    await doors.stop()
  }
}

type Headers = Record<string, string>

/** The same bodies to both doors. */
function sender(pool: Pool, name: string, path: string, headersOf: (body: string) => Headers): Contender {
  const delivery = () => {
    const body = newBody()
    const headers = { 'content-type': 'application/json', ...headersOf(body) }
    return async () => {
      const answer = await pool.request({ path, method: 'POST', headers, body })
      await answer.body.dump()
      if (answer.statusCode !== 204) throw new Error(`${path} answered ${answer.statusCode}`)
    }
  }
  return { name, prepare: (count) => Array.from({ length: count }, delivery) }
}

function newBody(): string {
  const video_id = randomUUID().replaceAll('-', '')
  const event_data = { video_id, callback_id: randomUUID(), url: `https://files.exemple/${video_id}/film.mp4?token=x` }
  return JSON.stringify({ event_id: randomUUID(), event_type: 'avatar_video.success', event_data })
}

const sign = (body: string) => createHmac('sha256', secret).update(body).digest('hex')
