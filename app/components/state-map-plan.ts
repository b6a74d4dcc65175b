/** Where the states stand on the map, and the ways between them: the table of the law, drawn. */
import type { Status } from '#events/request.ts'

export type Box = { status: Status; x: number; y: number; width: number }
export type Edge = {
  from: Status
  to: Status
  d: string
  /** The usual ways are always shown; the others only once they were taken, or the map would be all lines. */
  always: boolean
}

const spine: readonly Status[] = ['requested', 'writing', 'drafted', 'approved', 'filming', 'ready', 'delivered']

export const boxes: readonly Box[] = [
  ...spine.map((status, index) => ({ status, x: 40, y: index * 60, width: 200 })),
  { status: 'declined', x: 280, y: 0, width: 138 },
  { status: 'uncertain', x: 280, y: 240, width: 138 },
]

const usual = (from: Status, to: Status, d: string): Edge => ({ from, to, d, always: true })
const rare = (from: Status, to: Status, d: string): Edge => ({ from, to, d, always: false })

export const edges: readonly Edge[] = [
  ...spine.slice(1).map((to, index) => usual(spine[index] ?? to, to, `M100 ${index * 60 + 35}v25`)),
  usual('requested', 'declined', 'M241 12h38'),
  usual('filming', 'uncertain', 'M241 250h38'),

  // Left of the spine: steps back.
  usual('writing', 'requested', 'M40 72H22V24h17'),
  usual('approved', 'drafted', 'M40 192H22v-48h17'),
  rare('filming', 'approved', 'M40 252H22v-48h17'),
  rare('drafted', 'writing', 'M40 132H22V84h17'),
  rare('requested', 'drafted', 'M40 10H10v120h29'),
  rare('ready', 'drafted', 'M40 322H8V138h31'),
  rare('delivered', 'drafted', 'M40 378H4V134h35'),

  // Right of it: refusals, reopenings, and what an uncertain film became.
  rare('drafted', 'declined', 'M241 132h79V36'),
  rare('approved', 'declined', 'M241 192h99V36'),
  rare('declined', 'requested', 'M279 24h-37'),
  rare('declined', 'drafted', 'M370 35v107H242'),
  rare('uncertain', 'filming', 'M279 264h-37'),
  rare('uncertain', 'approved', 'M340 239v-37h-98'),
  rare('uncertain', 'ready', 'M340 275v42h-98'),
  rare('approved', 'ready', 'M241 204h22v106h-21'),
]
