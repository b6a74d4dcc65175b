/** `npm run eval:script` on the rehearsal's OpenAI: its figures, its report, its comparisons and its endings. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

import { createOpenAi, type OpenAiTelephone } from '#app/lib/openai.ts'
import { startSimulators } from '#demo/serve.ts'
import { maxMemoryCharacters } from '#events/memories.ts'

import { assignmentFor } from '../../scripts/eval/assignment.ts'
import { evaluate, type Evaluation } from '../../scripts/eval/evaluate.ts'
import { markedText } from '../../scripts/eval/marked-text.ts'
import { readOptions } from '../../scripts/eval/options.ts'
import { people } from '../../scripts/eval/people.ts'
import { reportPage } from '../../scripts/eval/report.ts'
import { readRun, type Result, type Run } from '../../scripts/eval/run.ts'
import { differenceInterval, quantile, wilson } from '../../scripts/eval/statistics.ts'

const root = join(import.meta.dirname, '../..')

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'recit-eval-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

type Wished = { scenarios?: string[]; options?: Partial<Evaluation['options']>; streamMs?: number } & Partial<
  Pick<Evaluation, 'signal' | 'onResult'>
>

async function evaluated({ scenarios = [], options = {}, streamMs = 0, ...rest }: Wished, change = same) {
  const dir = folder()
  const simulators = await startSimulators({ dir, openai: { delayMs: 0, streamMs } })
  onTestFinished(() => simulators.close())
  simulators.openai.plan(scenarios)
  const telephone = createOpenAi({ apiKey: 'k', baseUrl: `${simulators.url}/v1`, model: 'gpt-6.1-terra' })
  const { report, results } = await evaluate({
    telephone: change(telephone),
    options: { n: 6, concurrency: 1, out: null, json: true, against: null, ...options },
    ...{ folder: dir, host: 'simulator.test', simulated: true, startedAt: '2026-11-23T10:11:12.000Z' },
    signal: new AbortController().signal,
    ...rest,
  })
  const paid = simulators.openai.calls().length
  return {
    report,
    results,
    paid,
    html: readFileSync(report, 'utf8'),
    run: readRun(readFileSync(results ?? '', 'utf8')),
  }
}

const same = (telephone: OpenAiTelephone): OpenAiTelephone => telephone

/** The text of a row of the key figures, one space between its words. */
function row(html: string, label: string): string {
  const found = html.split('<tr>').find((part) => part.includes(`>${label}<`)) ?? ''
  return found.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')
}

const middle = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2
  )
}
const shown = (value: number, digits = 2) =>
  value
    .toFixed(digits)
    .replace(/\.?0+$/, '')
    .replace('.', ',')

describe('the fixed set', () => {
  test('has every life path, master and debt, odd names, and all that one may confide', () => {
    const sheets = people.map((person) => assignmentFor(person).subject.sheet)
    const all = sheets.flatMap(({ expression, soulUrge, personality }) => [expression, soulUrge, personality])
    expect(people.length).toBeGreaterThanOrEqual(24)
    expect(new Set(people.map(({ key }) => key)).size).toBe(people.length)
    expect(new Set(sheets.map(({ lifePath }) => lifePath.vertical.value))).toEqual(
      new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 22]),
    )
    expect(new Set(all.filter((number) => number?.master).map((number) => number?.value))).toEqual(
      new Set([11, 22, 33]),
    )
    expect(new Set(sheets.flatMap(({ debts }) => debts.map(({ debt }) => debt)))).toEqual(new Set([13, 14, 16, 19]))
    expect(new Set(people.map(({ memories }) => memories.length))).toEqual(new Set([0, 1, 2, 3, 4]))
    expect(new Set(people.map(({ theme }) => theme)).size).toBe(7)
    for (const odd of [/œ|æ/i, /-/, /’/])
      expect(people.some(({ firstNames, lastName }) => odd.test(firstNames + lastName))).toBe(true)
    expect(people.flatMap(({ memories }) => memories).filter(({ text }) => text.length > maxMemoryCharacters)).toEqual(
      [],
    )
  })

  test('is ordered as the desk orders: the first of the first names, chosen words, no last name, no date', () => {
    const person = people.find(({ firstNames }) => firstNames.startsWith('Anne-Sophie'))
    if (!person) throw new Error('she is in the set')
    const { order } = assignmentFor(person)
    expect(order).toMatchObject({
      firstName: 'Anne-Sophie',
      theme: 'le sens',
      instructions: 'Un ton sobre, sans lyrisme.',
    })
    expect(JSON.stringify(order)).not.toMatch(/Brien|1965|exemple\.fr/)
  })
})

describe('a run', () => {
  test('its report says what the raw results say', async () => {
    const { html, run, report, paid } = await evaluated({
      scenarios: ['ok', 'refusal', 'ok', 'server_error', 'ok', 'no_usage'],
    })
    expect(paid).toBe(6)
    expect(report).toMatch(/2026-11-23-101112-gpt-6\.1-terra-[\w.-]+\.html$/)
    expect(run.results.map(({ outcome }) => outcome)).toEqual(['ok', 'refused', 'ok', 'unavailable', 'ok', 'ok'])
    expect(run.results.map(({ code }) => code)).toEqual([null, 'model_refused', null, 'http_500', null, null])

    const measures = run.results.flatMap(({ measure }) => measure ?? [])
    const inRange = measures.filter(({ words }) => words >= 680 && words <= 740).length
    expect(measures).toHaveLength(4)
    expect(row(html, 'Appels aboutis')).toContain('83 % 5 sur 6')
    expect(row(html, 'Textes acceptés')).toContain('80 % 4 sur 5 de 38 à 96 %')
    expect(row(html, 'Mots dans la cible')).toContain(`${inRange} sur 4`)
    expect(row(html, 'Mots')).toContain(` ${shown(middle(measures.map(({ words }) => words)), 0)} `)
    const costs = run.results.flatMap(({ costMicroUsd }) => costMicroUsd ?? [])
    expect(row(html, 'Coût d’un appel')).toContain(`${shown(middle(costs) / 1e6, 4)} $`)
    expect(html).toContain('2\u00a0appels dont le prix')
    expect(html).toContain('Ces textes viennent du simulateur')
  })

  test('what it writes is one file that asks for nothing, with its charts in it', async () => {
    const { html, run } = await evaluated({ options: { n: 3 } })
    expect(html.match(/<svg/g)).toHaveLength(4)
    expect(html).toContain('Histogramme du nombre de mots')
    expect(html).not.toMatch(/<script|<link|<iframe|src="|href="http/i)
    const [first] = run.results
    expect(first?.totalMs).toBeGreaterThan(first?.firstTextMs ?? Infinity)
    expect(Object.values(first?.sectionWords ?? {}).reduce((sum, words) => sum + words, 0)).toBe(first?.measure?.words)
  })

  test('goes around the set again for more than there are', async () => {
    const { run } = await evaluated({ options: { n: people.length + 1, concurrency: 4 } })
    expect(run.results.at(-1)).toMatchObject({ person: 'p01', round: 2 })
    expect(run.results.map(({ person }) => person)).toEqual([...people.map(({ key }) => key), 'p01'])
  })

  test('a text that the desk would not keep is not accepted, and the report tells why', async () => {
    const { run, html } = await evaluated({ options: { n: 2 } }, (telephone) => ({
      ...telephone,
      async writeScript(order, options) {
        const outcome = await telephone.writeScript(order, options)
        if (outcome.tag !== 'ok' || order.firstName !== 'Élodie') return outcome
        const portrait = `${outcome.sections.portrait ?? ''} Votre chemin de vie est le huit.`
        return { ...outcome, sections: { ...outcome.sections, portrait } }
      },
    }))
    expect(run.results.map(({ refusedBy }) => refusedBy)).toEqual(['number_differs', null])
    expect(row(html, 'Textes acceptés')).toContain('50 % 1 sur 2')
    expect(row(html, 'Points bloquants')).toContain(' 0,5 ')
    expect(html).toContain('<code>check_number_differs</code>')
    expect(html).toMatch(/<mark data-tone="red">[^<]*huit/)
  })

  test('what our own code throws at one person is a result like others', async () => {
    const { run, html } = await evaluated({ options: { n: 2 } }, (telephone) => ({
      ...telephone,
      writeScript: (order, options) => {
        if (order.firstName === 'Élodie') throw new Error('a bug of <ours>')
        return telephone.writeScript(order, options)
      },
    }))
    expect(run.results.map(({ outcome }) => outcome)).toEqual(['broken', 'ok'])
    expect(html).toContain('a bug of &#60;ours&#62;')
  })

  test('stopped, it keeps what it has and says what was cut off', async () => {
    const stop = new AbortController()
    const onResult = (_result: Result, done: number) => {
      if (done === 2) setTimeout(() => stop.abort(), 40)
    }
    const { run, html } = await evaluated({ streamMs: 400, signal: stop.signal, onResult })
    expect(run.results).toHaveLength(2)
    expect(run.cutOff).toBe(1)
    expect(row(html, 'Scripts')).toContain('2 sur 6, interrompu (1 appel coupé)')
  })
})

describe('hostile text', () => {
  test('that was refused is shown as it came, as text', async () => {
    const { html, run } = await evaluated({ scenarios: ['hostile', 'obey'], options: { n: 2 } })
    expect(run.results[0]).toMatchObject({ outcome: 'invalid_output', script: null })
    expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;')
    expect(html).not.toMatch(/<script|<img|<break/)
  })

  test('is harmless wherever it stands', async () => {
    const { run } = await evaluated({ options: { n: 1 } })
    const evil = '"><script>x()</script>\u202e\u0000\ud800'
    const [first] = run.results
    if (!first?.script) throw new Error('the simulator writes')
    const finding = {
      rule: evil,
      severity: 'block',
      section: 'accueil',
      start: 2,
      end: 9,
      excerpt: evil,
      sentence: evil,
    } as const
    const result = { ...first, script: { ...first.script, accueil: evil }, name: evil, findings: [finding] }
    const spoilt: Run = {
      ...run,
      model: evil,
      host: evil,
      promptVersion: evil,
      results: [{ ...result, refusedBy: evil, model: evil, supportId: evil }],
    }
    const html = await reportPage({ ...spoilt, simulated: false }, spoilt)
    expect(html).not.toMatch(/<script|[\u0000\u202e]/)
    expect(html.isWellFormed()).toBe(true)
    expect(html).toContain('<mark data-tone="red">&#60;script</mark><sup>1</sup>')
  })

  test('marks may overlap, and no letter is lost', () => {
    const mark = (start: number, end: number, at: number, severity: 'block' | 'warn') => ({
      ...{ rule: 'r', section: 'accueil' as const, excerpt: '', sentence: '' },
      ...{ start, end, at, severity },
    })
    const marks = [mark(0, 4, 1, 'warn'), mark(2, 6, 2, 'block'), mark(3, 3, 3, 'block'), mark(5, 99, 4, 'block')]
    expect(
      markedText('abcdefgh', marks)
        .map(({ markup }) => markup)
        .join(''),
    ).toBe(
      '<mark data-tone="yellow">ab</mark><mark data-tone="red">cd</mark><sup>1</sup><mark data-tone="red">ef</mark><sup>2</sup>gh',
    )
  })
})

describe('against an earlier run', () => {
  test('both stand side by side, with what changed', async () => {
    const first = await evaluated({})
    const against = first.results
    const second = await evaluated({ scenarios: ['refusal', 'refusal', 'refusal', 'refusal'], options: { against } })
    expect(row(second.html, 'Textes acceptés')).toContain('100 % 6 sur 6 de 61 à 100 % 33 % 2 sur 6 de 10 à 70 %')
    expect(second.html).toMatch(/<strong>−67\u00a0points \(de −90 à −/)
    expect(second.html.match(/Avant/g)?.length).toBeGreaterThan(3)
    expect(second.html).not.toContain('Les deux passages')
  })

  test('what makes two runs differ for another reason is said', async () => {
    const { run } = await evaluated({ options: { n: 2 } })
    const before: Run = { ...run, instructionsHash: 'f'.repeat(64), linterVersion: '0', results: run.results.slice(1) }
    const html = await reportPage(run, before)
    expect(html).toContain('Les consignes ont changé sous une même version.')
    expect(html).toContain('Le contrôle des textes a changé')
    expect(html).toContain('Les deux passages ne portent pas sur les mêmes personnes.')
  })

  test('a file that is no run is refused before any call', async () => {
    const against = join(folder(), 'x.json')
    writeFileSync(against, '{"format":1}')
    await expect(evaluated({ options: { against } })).rejects.toThrow(
      'ne contient pas les résultats d’un passage (startedAt)',
    )
  })
})

describe('statistics', () => {
  /** Newcombe 1998, both papers: the examples that textbooks copy. */
  test('the published examples', () => {
    const rounded = (interval: readonly number[] | null) => interval?.map((edge) => Number(edge.toFixed(4)))
    expect(rounded(wilson({ count: 81, of: 263 }))).toEqual([0.2553, 0.3662])
    expect(rounded(wilson({ count: 15, of: 148 }))).toEqual([0.0624, 0.1605])
    expect(rounded(wilson({ count: 0, of: 20 }))).toEqual([0, 0.1611])
    expect(rounded(differenceInterval({ count: 48, of: 80 }, { count: 56, of: 70 }))).toEqual([0.0524, 0.3339])
    expect(wilson({ count: 0, of: 0 })).toBeNull()
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([], 0.5)).toBeNull()
  })
})

describe('the command', () => {
  test('its options', () => {
    expect(readOptions([])).toEqual({ n: 24, concurrency: 2, out: null, json: true, against: null })
    expect(readOptions(['--n', '3', '--no-json'])).toMatchObject({ n: 3, json: false })
    for (const wrong of [['--n', '0'], ['--n', 'many'], ['--concurrency', '99'], ['--unknown'], ['word']]) {
      expect(readOptions(wrong)).toBeNull()
    }
  })

  test('without a key it runs on the simulator, and says so', async () => {
    const dataDir = folder()
    const { code, out } = await command(['--n', '2'], { DATA_DIR: dataDir })
    expect(out).toContain('Sans OPENAI_API_KEY, le simulateur écrit')
    expect(out).toContain('2/2 ')
    expect(code).toBe(0)
    expect(readdirSync(join(dataDir, 'eval')).map((name) => name.split('.').at(-1))).toEqual(['html', 'json'])
  })

  test('where nothing can be written the report is there, and the exit code is 1', async () => {
    const dataDir = folder()
    const gone = await startSimulators({ dir: dataDir })
    await gone.close()
    const env = { DATA_DIR: dataDir, OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${gone.url}/v1` }
    const { code, out } = await command(['--n', '2', '--out', join(dataDir, 'deep/r.html')], env)
    expect(out).toContain('Échec, not_reached')
    expect(code).toBe(1)
    expect(existsSync(join(dataDir, 'deep/r.html'))).toBe(true)
    expect((await command(['--n', '-3'], {})).code).toBe(2)
  })

  test('Ctrl-C writes what there is', async () => {
    const out = join(folder(), 'r.html')
    const { code } = await command(['--n', '200', '--concurrency', '1', '--out', out], {}, /^2\/200/m)
    const { results } = readRun(readFileSync(out.replace('.html', '.json'), 'utf8'))
    expect(results.length).toBeGreaterThanOrEqual(2)
    expect(results.length).toBeLessThan(200)
    expect(code).toBe(0)
  })
})

/** Runs the script as npm does, in a folder without a `.env`; interrupted once its output matches `until`. */
function command(
  args: string[],
  env: Record<string, string>,
  until?: RegExp,
): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts/eval-script.ts'), ...args], {
    cwd: folder(),
    env: env as NodeJS.ProcessEnv,
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (!child.killed && until?.test(out)) child.kill('SIGINT')
  })
  return new Promise((done) => child.on('close', (code) => done({ code, out })))
}
