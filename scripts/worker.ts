/** `npm run worker`: the night shift alone, beside a web app that was started with WORKER=off, or beside others. */
import { readEnv } from '#app/env.ts'

import { openHouse } from './open-house.ts'

try {
  const house = await openHouse(readEnv(), 'companion')
  const night = await house.workNights()
  process.stdout.write('Le service de nuit travaille.\n')
  let ending = false
  const end = () => {
    if (ending) process.exit(1)
    ending = true
    setTimeout(() => process.exit(1), 15_000).unref()
    night
      .stop()
      .then(() => house.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
