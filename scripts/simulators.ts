/** In demonstration the vendors are played on a loopback port; a worker of its own finds them by a file in DATA_DIR. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { startSimulators, type Simulators } from '#demo/serve.ts'

export type Rehearsal = { url: string; simulators: Simulators | null; close(): Promise<void> }

/**
 * Starts the simulators of this folder on the port they had before; where that port is taken they are already playing,
 * and are joined. Their ledger is in the folder and outlives every process.
 */
export async function joinRehearsal(dataDir: string): Promise<Rehearsal> {
  const dir = join(dataDir, 'demo')
  const sign = join(dir, 'port')
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const port = existsSync(sign) ? Number(readFileSync(sign, 'utf8')) : 0
  try {
    const simulators = await startSimulators({ port, dir, openai: { delayMs: 1_500 }, heygen: { renderMs: 8_000 } })
    writeFileSync(sign, new URL(simulators.url).port)
    return { url: simulators.url, simulators, close: () => simulators.close() }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    return { url: `http://127.0.0.1:${port}`, simulators: null, close: () => Promise.resolve() }
  }
}
