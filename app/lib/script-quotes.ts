/** A text that repeats what the model was told was talked into it: nobody shall hear our instructions read aloud. */
import { instructions, spokenDisclaimer, spokenNotice } from './script-instructions.ts'

/** Eight words in a row are no coincidence; the two sentences that we dictate are to be said. */
export function quotesInstructions(text: string): boolean {
  return runsOf(text).some((run) => told.has(run))
}

const runLength = 8

const told = new Set(
  instructions
    .replace(spokenNotice, '\n')
    .replace(spokenDisclaimer, '\n')
    .split('\n')
    .flatMap((line) => runsOf(line)),
)

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}’']+/gu) ?? []
  return words.slice(runLength - 1).map((_, start) => words.slice(start, start + runLength).join(' '))
}
