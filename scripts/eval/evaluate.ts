/** A whole evaluation: writes the scripts, then the report and the raw results. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Options } from './options.ts'
import { reportPage } from './report.ts'
import { readRun, type Run } from './run.ts'
import { writeAll, type Plan } from './write-all.ts'

/** `folder`: where a report goes whose name is not given. */
export type Evaluation = Omit<Plan, 'n' | 'concurrency'> & { options: Options; folder: string }

export type Evaluated = { run: Run; report: string; results: string | null }

/**
 * Writes the files even where every call failed, or `signal` ended it early: what was paid for is kept.
 * @throws {Error} before any call, where the earlier run cannot be read
 */
export async function evaluate({ options, folder, ...plan }: Evaluation): Promise<Evaluated> {
  const before = options.against === null ? null : readRun(readFileSync(options.against, 'utf8'))
  const run = await writeAll({ ...plan, n: options.n, concurrency: options.concurrency })
  const report = options.out ?? join(folder, `${nameOf(run)}.html`)
  mkdirSync(dirname(report), { recursive: true })
  const results = options.json ? `${report.replace(/\.html$/i, '')}.json` : null
  // First what cannot be had again.
  if (results !== null) writeFileSync(results, `${JSON.stringify(run, null, 2)}\n`)
  writeFileSync(report, await reportPage(run, before))
  return { run, report, results }
}

/** Of the second, so that no run overwrites another of the same day. */
function nameOf({ startedAt, model, promptVersion }: Run): string {
  const time = startedAt.slice(0, 19).replaceAll(':', '').replace('T', '-')
  return `${time}-${model}-${promptVersion}`.replace(/[^\w.-]+/g, '-')
}
