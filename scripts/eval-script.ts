/**
 * `npm run eval:script -- --n 24`: scripts for invented people, by whatever `OPENAI_BASE_URL` and `OPENAI_MODEL` say,
 * checked, measured and told in a report, so that a change of prompt or model is a measured decision. Without
 * `OPENAI_API_KEY` the simulator writes. Exit code 1 where not one script came, 2 where the order is none.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readEnv } from '#app/env.ts'
import { createOpenAi } from '#app/lib/openai.ts'
import { startSimulators } from '#demo/serve.ts'

import { evaluate } from './eval/evaluate.ts'
import { readOptions, usage, type Options } from './eval/options.ts'
import { factsOf, verdictOn } from './eval/report-scripts.ts'
import type { Result } from './eval/run.ts'

const options = readOptions(process.argv.slice(2))
if (options === null) {
  process.stderr.write(usage)
  process.exitCode = 2
} else {
  await main(options).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}

async function main(options: Options): Promise<void> {
  const env = readEnv()
  const line = env.demo.openai ? await simulatedLine() : realLine(env.openai.baseUrl)
  const { model } = env.openai
  const say = (text: string) => process.stdout.write(`${text}\n`)
  say(line.simulated ? `Sans OPENAI_API_KEY, le simulateur écrit à la place de ${model}.` : `${model}, ${line.host}`)
  try {
    const { run, report, results } = await evaluate({
      telephone: createOpenAi({ apiKey: env.openai.apiKey ?? 'demo', baseUrl: line.baseUrl, model }),
      ...{ options, folder: join(env.dataDir, 'eval'), host: line.host, simulated: line.simulated },
      ...{ startedAt: new Date().toISOString(), signal: stopSignal() },
      onResult: (result, done) => say(`${done}/${options.n} ${told(result)}`),
    })
    say([report, ...(results === null ? [] : [results])].join('\n'))
    if (run.results.every(({ script }) => script === null)) process.exitCode = 1
  } finally {
    await line.close()
  }
}

function told(result: Result): string {
  return `${result.name}\u00a0: ${[verdictOn(result).word, ...factsOf(result)].join(', ')}`
}

function realLine(given: string | null) {
  const baseUrl = given ?? 'https://api.openai.com/v1'
  return { baseUrl, host: new URL(baseUrl).host, simulated: false, close: () => Promise.resolve() }
}

/** One of its own: that of a running demonstration keeps its plans for the demonstration. */
async function simulatedLine() {
  const dir = mkdtempSync(join(tmpdir(), 'recit-eval-'))
  const simulators = await startSimulators({ dir, openai: { delayMs: 0, streamMs: 200 } })
  return {
    baseUrl: `${simulators.url}/v1`,
    host: new URL(simulators.url).host,
    simulated: true,
    async close() {
      await simulators.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Ctrl-C once: no further call, and what there is is written. Twice: the process ends as it usually does. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}
