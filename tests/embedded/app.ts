/** A small app for the tests to kill: `node app.ts <folder> <role> [writers]`. Says what it does on stdout, as JSON lines. */
import { writeSync } from 'node:fs'

import pg from 'pg'

import { startEmbedded } from '#db/embedded/embedded.ts'

const [dataDir = '', role = 'web', writers = '0'] = process.argv.slice(2)

try {
  const database = await startEmbedded({ dataDir, role: role === 'web' ? 'web' : 'companion' })
  // Before it says so: a test may send the signal as soon as it reads that.
  process.on('SIGTERM', () => void database.stop().then(() => process.exit(0)))
  say({ ready: true, connection: database.connection })
  if (Number(writers) > 0) await write(database.connection, Number(writers))
} catch (error) {
  say({ failed: (error as Error).message })
  process.exit(1)
}

/** Each acknowledged insert is said before the next one is made. */
async function write(connection: pg.ClientConfig, count: number): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: count })
  await pool.query('create table if not exists acknowledged (writer text, n int, primary key (writer, n))')
  const loop = async (writer: string) => {
    for (let n = 0; ; n++) {
      await pool.query('insert into acknowledged values ($1, $2)', [writer, n])
      say({ writer, n })
    }
  }
  await Promise.all(Array.from({ length: count }, (_, index) => loop(`${process.pid}-${index}`)))
}

function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}
