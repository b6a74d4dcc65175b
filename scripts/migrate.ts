/** `npm run migrate`: brings the schema up to date, as every start does. */
import { readEnv } from '#app/env.ts'

import { readKeys } from './keys.ts'
import { createLogger, openMigrated, seatDatabase } from './open-house.ts'

const env = readEnv()
const log = createLogger(env)
const seat = await seatDatabase(env, 'companion', log)
const archive = await openMigrated(seat, readKeys(env), log)
await archive.close()
await seat.stop()
process.stdout.write('Le schéma est à jour.\n')
