/** Given to Node by `--import`: says on stderr which modules of the archive are loaded. */
import { writeSync } from 'node:fs'
import { registerHooks } from 'node:module'

registerHooks({
  load(url, context, nextLoad) {
    if (url.includes('/db/')) writeSync(2, `loaded ${url}\n`)
    return nextLoad(url, context)
  },
})
