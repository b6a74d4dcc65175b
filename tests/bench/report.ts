/** The lines of the bench: a figure, what it is held against, and whether its target is met. */
export type Line = { what: string; figure?: string; measure?: string; target?: string; met?: boolean }

type Bound = { least: number } | { most: number }

/** A figure that has a target of its own. */
export function held(what: string, value: number, bound: Bound, show: (value: number) => string): Line {
  return { what, figure: show(value), ...verdict(value, bound, show) }
}

/** A figure, and how many times another it is. */
export function compared(what: string, figure: string, ratio: number, other: string, bound?: Bound): Line {
  const verdictOf = bound ? verdict(ratio, bound, times) : {}
  return { what, figure, measure: `${times(ratio)} ${other}`, ...verdictOf }
}

export function print(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`)
  for (const { what, figure = '', measure = '', target = '', met } of lines) {
    const mark = met === undefined ? '' : met ? '✓' : '✗'
    console.log(
      `  ${what.padEnd(46)}${figure.padStart(14)}  ${measure.padEnd(34)}${target.padEnd(10)} ${mark}`.trimEnd(),
    )
  }
}

export const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')}/s`
export const milliseconds = (ms: number) => `${ms.toFixed(1)} ms`
export const seconds = (s: number) => `${s.toFixed(2)} s`
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
export const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`
const times = (ratio: number) => `${ratio.toFixed(2)} ×`

function verdict(value: number, bound: Bound, show: (value: number) => string): Pick<Line, 'target' | 'met'> {
  return 'least' in bound
    ? { target: `≥ ${show(bound.least)}`, met: value >= bound.least }
    : { target: `≤ ${show(bound.most)}`, met: value <= bound.most }
}
