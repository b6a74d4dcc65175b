/** Nothing secret reaches a log: the last look at every line, and the few fields of an error that may be written. */

/** Vendor keys, webhook secrets, bearer tokens, database passwords and the query of any address. */
export function scrub(line: string): string {
  return line
    .replace(/\bsk-[A-Za-z0-9_-]{6,}/g, 'sk-…')
    .replace(/\bwhsec_[A-Za-z0-9+/=_-]+/g, 'whsec_…')
    .replace(/\b(bearer)\s+[^\s"'\\,]+/gi, '$1 …')
    .replace(/(\bpostgres(?:ql)?:\/\/[^:@\s"]+:)[^@\s"]+@/g, '$1…@')
    .replace(/(\b(?:https?|wss?):\/\/[^\s"'\\?]+)\?[^\s"'\\]+/g, '$1?…')
    .replace(/([?&](?:x-amz-[a-z-]+|signature|policy|key-pair-id|token|sig)=)[^&\s"'\\]+/gi, '$1…')
}

/** A destination for pino whose lines are scrubbed: `pino(options, scrubbed(process.stdout))`. */
export function scrubbed(out: { write: (line: string) => unknown }): { write: (line: string) => void } {
  return { write: (line) => void out.write(scrub(line)) }
}

export type ErrorFields = { error: string; code?: string; status?: number; text: string; at: string[] }

/** The allow-list for errors: a vendor's or a database's error object holds bodies and rows beside its message. */
export function describeError(error: unknown): ErrorFields {
  if (!(error instanceof Error)) return { error: typeof error, ...codes(error), text: '', at: [] }
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    error: error.name,
    ...codes(error),
    text: firstLine(error.message),
    at: at.slice(0, 8).map((line) => line.trim()),
  }
}

function codes(error: unknown): { code?: string; status?: number } {
  if (typeof error !== 'object' || error === null) return {}
  return {
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('status' in error && typeof error.status === 'number' ? { status: error.status } : {}),
  }
}

function firstLine(message: string): string {
  return (message.split(/[\r\n]/, 1)[0] ?? '').slice(0, 300)
}
