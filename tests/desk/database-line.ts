/** The same desk over a line to its database that can be cut and mended. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

import type { DeskContext } from '#app/desk/context.ts'
import { createDesk } from '#app/desk/create-desk.ts'
import type { Desk } from '#app/desk/desk.ts'
import { openArchive } from '#db/archive.ts'

import type { TestDesk } from '../setup/desk.ts'

export type CuttableDesk = {
  desk: Desk
  context: DeskContext
  /** Every connection ends, and none is made until `mend`. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

export async function overCuttableLine({ context, database }: TestDesk): Promise<CuttableDesk> {
  const { host, port: inner, user, database: name } = database.connection
  const target = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${String(inner)}` } : { host, port: inner }
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.pipe(other)
      end.on('error', () => other.destroy())
      end.on('close', () => other.destroy())
    }
  })
  const listen = (port: number) => new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const cut = async () => {
    const closed = new Promise<void>((done) => server.close(() => done()))
    for (const end of ends) end.destroy()
    ends.clear()
    await closed
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  const connection = { host: '127.0.0.1', port, user, database: name }
  const archive = openArchive({ connection, masterKey: database.masterKey, onError: () => undefined })
  const cuttable = { ...context, archive }
  return {
    desk: createDesk(cuttable),
    context: cuttable,
    cut,
    mend: () => listen(port),
    async close() {
      await archive.close()
      await cut()
    },
  }
}
