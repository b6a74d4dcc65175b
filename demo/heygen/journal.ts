/** Lines of JSON in a file, each on the disk before `append` returns: they outlive a `kill -9`. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'

export type Journal<Line> = { lines: readonly Line[]; append(line: Line): void }

export function openJournal<Line>(path: string): Journal<Line> {
  const lines = existsSync(path) ? readLines<Line>(path) : []
  return {
    lines,
    append(line) {
      const file = openSync(path, 'a')
      try {
        writeSync(file, `${JSON.stringify(line)}\n`)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      lines.push(line)
    },
  }
}

/** A last line without its end was being written when the process died: nobody was told of it. */
function readLines<Line>(path: string): Line[] {
  const text = readFileSync(path, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}
