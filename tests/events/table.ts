/**
 * The table of `design.md` §3, told once more and from the page: for each situation its status and all that may happen
 * then, as « next status (effects) ». What is not in it may not happen. Written without looking at the machine.
 *
 * Beyond the page: a video that turns up late is watched to its end, whatever the status; a finished film of the
 * approved text ends any waiting; while a call is under way nobody states by hand how the current attempt ends; only a
 * film that we have copied can be rejected.
 */
import type { Situation } from './situations.ts'
import { filmRows } from './table-film.ts'
import { textRows } from './table-text.ts'
import type { Row } from './table-words.ts'

export const table: Record<Situation, Row> = { ...textRows, ...filmRows }
