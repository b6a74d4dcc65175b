/** What the report shows of a run, and of an earlier one above it: distributions, not means alone. */
import { sections, target } from '#app/components/speech.ts'
import { sectionWords } from '#app/lib/script-sections.ts'

import { draw, type Layers } from './draw.ts'
import type { Html } from './html.ts'
import type { Result, Run } from './run.ts'

/** A run under the name it has in the report. */
export type NamedRun = { name: string; run: Run }
export type Band = { min: number; max: number }

type Histogram = {
  value: (result: Result) => number | null | undefined
  title: string
  description: string
  /** The width of a bar; chosen by the data where it is left out. */
  step?: number
  band?: Band
  /** Of the numbers below, as d3 has it. */
  format?: string
}

/** Each is null where no run has anything to draw. */
export const charts = {
  words: histogram({
    ...{ value: ({ measure }) => measure?.words, title: 'mots', step: 10, band: target.words },
    description: 'Histogramme du nombre de mots',
  }),
  seconds: histogram({
    ...{ value: ({ measure }) => measure?.seconds, title: 'secondes estimées', step: 5, band: target.seconds },
    description: 'Histogramme de la durée estimée',
  }),
  cost: histogram({
    ...{ value: ({ costMicroUsd }) => costMicroUsd && costMicroUsd / 1_000_000, title: 'dollars', format: '.5~f' },
    description: 'Histogramme du coût d’un script',
  }),
  sectionWords: drawSectionWords,
  findings: drawFindings,
}

function histogram({ value, title, description, step, band, format }: Histogram) {
  return (runs: readonly NamedRun[]): Promise<Html> | null => {
    const rows = rowsOf(runs, (result) => {
      const measured = value(result)
      return typeof measured === 'number' ? [{ value: measured }] : []
    })
    if (rows.length === 0) return null
    const bin = step ? { step, extent: extentOf(rows, step, band) } : { maxbins: 12 }
    const bars: Layers[number] = {
      mark: { type: 'bar', binSpacing: 1 },
      encoding: {
        x: { field: 'value', bin, title, ...(format ? { axis: { format } } : {}) },
        y: { aggregate: 'count', title: 'scripts', axis: { tickMinStep: 1, format: 'd' } },
      },
    }
    const layers = band ? [bandLayer(band), bars] : [bars]
    return draw({ rows, runs: runs.map(({ name }) => name), height: 150, layers, description })
  }
}

/** All values and the whole target, between two edges of bars. */
function extentOf(rows: readonly { value: number }[], step: number, band: Band | undefined): [number, number] {
  const values = [...rows.map(({ value }) => value), ...(band ? [band.min, band.max] : [])]
  return [Math.floor(Math.min(...values) / step) * step, Math.floor(Math.max(...values) / step + 1) * step]
}

function bandLayer(band: Band): Layers[number] {
  return {
    data: { values: [band] },
    mark: { type: 'rect', color: 'var(--green-wash)' },
    encoding: { x: { field: 'min', type: 'quantitative', scale: { zero: false } }, x2: { field: 'max' } },
  }
}

function drawSectionWords(runs: readonly NamedRun[]): Promise<Html> | null {
  const rows = rowsOf(runs, (result) =>
    sections.flatMap(({ key, name }) => {
      const words = result.sectionWords?.[key]
      return words === undefined ? [] : [{ section: name, words }]
    }),
  )
  if (rows.length === 0) return null
  const y = { field: 'section', type: 'nominal' as const, title: null, sort: sections.map(({ name }) => name) }
  const words = { field: 'words', type: 'quantitative' as const, title: 'mots' }
  const asked = sections.map(({ key, name }) => ({ section: name, ...sectionWords[key] }))
  const layers: Layers = [
    {
      data: { values: asked },
      mark: { type: 'bar', color: 'var(--green-wash)' },
      encoding: { y, x: { field: 'min', type: 'quantitative', scale: { zero: false } }, x2: { field: 'max' } },
    },
    { mark: { type: 'tick', size: 14, thickness: 2, opacity: 0.55 }, encoding: { y, x: words } },
    {
      mark: { type: 'point', shape: 'diamond', filled: true, size: 70, opacity: 1 },
      encoding: { y, x: { ...words, aggregate: 'median' } },
    },
  ]
  const description = 'Mots de chaque section, à côté de la longueur demandée'
  return draw({ rows, runs: runs.map(({ name }) => name), height: { step: 34 }, layers, description })
}

function drawFindings(runs: readonly NamedRun[]): Promise<Html> | null {
  const rows = rowsOf(runs, ({ findings }) =>
    findings.map(({ rule, severity }) => ({ rule, severity: severityNames[severity] })),
  )
  if (rows.length === 0) return null
  const layers: Layers = [
    {
      mark: { type: 'bar' },
      encoding: {
        y: { field: 'rule', type: 'nominal', title: null, sort: '-x' },
        x: { aggregate: 'count', title: 'signalements', axis: { tickMinStep: 1, format: 'd', grid: true } },
        color: {
          ...{ field: 'severity', type: 'nominal' },
          scale: { domain: Object.values(severityNames), range: ['var(--red)', 'var(--yellow)'] },
        },
      },
    },
  ]
  const description = 'Signalements du contrôle par règle et par gravité'
  return draw({ rows, runs: runs.map(({ name }) => name), height: { step: 22 }, width: 800, layers, description })
}

const severityNames = { block: 'Bloquant', warn: 'Conseil' } as const

function rowsOf<Row extends object>(runs: readonly NamedRun[], read: (result: Result) => readonly Row[]) {
  return runs.flatMap(({ name, run }) =>
    run.results.flatMap((result) => read(result).map((row) => ({ ...row, run: name }))),
  )
}
