/** The night shift alone as `scripts/worker.ts` starts it, with crash points. */
import { readEnv } from '#app/env.ts'

import { openHouse } from '../../scripts/open-house.ts'
import { tellTest, withCrashPoints } from './crash-points.ts'

const house = await openHouse(readEnv(), 'companion', withCrashPoints)
const night = await house.workNights()
process.on('SIGTERM', () => {
  void night
    .stop()
    .then(() => house.close())
    .then(() => process.exit(0))
})
tellTest({ ready: true })
