import { parseArgs } from 'node:util'

export type Options = {
  n: number
  concurrency: number
  /** The report; null leaves the choice of its name to the run. */
  out: string | null
  /** Whether the raw results are written beside it. */
  json: boolean
  /** The raw results of an earlier run. */
  against: string | null
}

export const usage = `Usage\u00a0:
  npm run eval:script -- --n 24

  --n            le nombre de scripts (sinon 24)
  --concurrency  le nombre d’appels à la fois (sinon 2)
  --out          le rapport (sinon data/eval/<date>-<modèle>-<version>.html)
  --against      les résultats (.json) d’un passage plus ancien, pour comparer
  --no-json      n’écrit pas les résultats bruts à côté du rapport
`

/** Null where an option is unknown or makes no sense. */
export function readOptions(args: string[]): Options | null {
  const values = valuesOf(args)
  const [n, concurrency] = [Number(values?.n ?? 24), Number(values?.concurrency ?? 2)]
  if (!values || !isBetween(n, 1, 1_000) || !isBetween(concurrency, 1, 16)) return null
  return { n, concurrency, out: values.out ?? null, json: values.json, against: values.against ?? null }
}

function valuesOf(args: string[]) {
  const type = 'string' as const
  const options = {
    ...{ n: { type }, concurrency: { type }, out: { type }, against: { type } },
    json: { type: 'boolean' as const, default: true },
  }
  try {
    return parseArgs({ args, options, allowNegative: true }).values
  } catch {
    return null
  }
}

const isBetween = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most
