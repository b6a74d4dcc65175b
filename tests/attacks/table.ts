/** How each family of attacks ended, for whoever runs the tests. */

export type Ended = { family: string; how: string }

export function tableOf(ended: readonly Ended[]): string {
  const families = [...new Set(ended.map(({ family }) => family))]
  const lines = families.map((name) => {
    const hows = ended.filter(({ family }) => family === name).map(({ how }) => how)
    const counts = [...new Set(hows)].map((how) => `${how} ×${String(hows.filter((other) => other === how).length)}`)
    return `${name.padEnd(26)} ${counts.join(', ')}`
  })
  return lines.join('\n')
}
