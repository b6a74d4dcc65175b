/** `GET /admin`, signed in, over HTTP: with a thousand requests in the house and with a hundred thousand. */
import { join } from 'node:path'

import { Client } from 'undici'

import { signIn } from '../routes/client.ts'
import { fillWithRequests } from './many-requests.ts'
import { fillingArchiveOf, masterKey, type Place } from './place.ts'
import { run, type Running } from './processes.ts'
import { compared, milliseconds, print } from './report.ts'
import { takeTurns, type Contender } from './rounds.ts'

const person = { email: 'lea@recit.exemple', password: 'un mot de passe long' }

export async function benchQueue(place: Place): Promise<void> {
  const few = await openDesk(place, 1_000)
  const many = await openDesk(place, 100_000)
  try {
    const contenders = [await reader('few', few), await reader('many', many)]
    const { rate, ratio } = await takeTurns(contenders, { lanes: 1, rounds: 24, ms: 200 })
    const figure = milliseconds(1000 / rate('many'))
    print('GET /admin', [
      { what: '1,000 requests', figure: milliseconds(1000 / rate('few')) },
      compared('100,000 requests', figure, ratio('few', 'many'), 'the time with 1,000', { most: 1.3 }),
    ])
  } finally {
    await few.stop()
    await many.stop()
  }
}

async function openDesk(place: Place, requests: number): Promise<Running> {
  const url = await place.createDatabase(`queue_${requests}`)
  const archive = fillingArchiveOf(url)
  await fillWithRequests(archive, requests)
  await archive.close()
  return run(process.execPath, ['server.ts'], {
    ...{ DATABASE_URL: url, DATA_DIR: join(place.dir, `queue-${requests}`), WORKER: 'off', NODE_ENV: 'production' },
    ...{ ADMIN_EMAIL: person.email, ADMIN_PASSWORD: person.password, MASTER_KEY: masterKey.toString('hex') },
  })
}

async function reader(name: string, { port, origin }: Running): Promise<Contender> {
  const { cookies } = await signIn(port, person)
  const headers = { accept: 'text/html', cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }
  const client = new Client(origin, { keepAliveTimeout: 4_000 })
  const read = async () => {
    const { statusCode, body } = await client.request({ path: '/admin', method: 'GET', headers })
    const page = await body.text()
    if (statusCode !== 200 || !page.includes('Personne')) throw new Error(`not the queue: ${statusCode}`)
  }
  return { name, prepare: (count) => Array.from({ length: count }, () => read) }
}
