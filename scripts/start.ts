/** `npm start`: the web app on the production build, which is made first where it has to be. */
import { join } from 'node:path'

import { buildIfStale } from './build-if-stale.ts'

const root = join(import.meta.dirname, '..')
process.chdir(root)
// React renders several times slower when it does not know that this is production.
process.env.NODE_ENV = 'production'
buildIfStale()
process.argv[1] = join(root, 'server.ts')
await import('../server.ts')
