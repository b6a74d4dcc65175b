/** The simulators in a process of their own: they and their ledger outlive every kill of the house. */
import type { HeygenCall, LedgerEntry } from '#demo/heygen.ts'

import { startChild, until } from './child.ts'

export type Rehearsal = Awaited<ReturnType<typeof startRehearsal>>
type Options = { dir: string; renderMs: number; webhook: { url: string; secret: string } | null }

export async function startRehearsal({ dir, renderMs, webhook }: Options) {
  const told = webhook ? ['--webhook-url', webhook.url, '--webhook-secret', webhook.secret] : []
  const times = ['--render-ms', String(renderMs), '--delay-ms', '20']
  const child = startChild(['demo/serve.ts', '--dir', dir, ...times, ...told], {})
  await until('the simulators', () => child.said().includes('\n'))
  const { url } = JSON.parse(child.said()) as { url: string }
  const calls = async () => (await (await fetch(`${url}/__sim/calls`)).json()) as HeygenCall[]
  return {
    url,

    /** Scenarios for the next films (`demo/heygen/scenarios.ts`). */
    async plan(heygen: string[]): Promise<void> {
      const answer = await fetch(`${url}/__sim/plan`, { method: 'POST', body: JSON.stringify({ heygen }) })
      if (!answer.ok) throw new Error(await answer.text())
    },

    /** How often HeyGen was asked to make a film, whatever it answered. */
    async countOrders(): Promise<number> {
      return (await calls()).filter(({ method, path }) => method === 'POST' && path === '/v3/videos').length
    },

    /** How often anybody was called. */
    countCalls: async (): Promise<number> => (await calls()).length,

    /** Every video that was paid for. */
    async ledger(): Promise<LedgerEntry[]> {
      return (await (await fetch(`${url}/__sim/ledger`)).json()) as LedgerEntry[]
    },
  }
}
