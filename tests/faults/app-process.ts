/** The web app as `server.ts` starts it, with crash points. */
import { readEnv } from '#app/env.ts'

import { startWeb } from '../../server.ts'
import { tellTest, withCrashPoints } from './crash-points.ts'

const web = await startWeb(readEnv(), { dev: false, change: withCrashPoints })
process.on('SIGTERM', () => void web.stop().then(() => process.exit(0)))
tellTest({ ready: true })
