/** Longer waits than this are the night shift's to choose. */
const longestMs = 60 * 60 * 1000

/**
 * How long the other side asks us to wait, in milliseconds: `retry-after-ms`, else `retry-after` in seconds or as a
 * date. A date is read against the answer's own `date` header, so no clock of ours has to agree with theirs.
 */
export function retryAfterMs(headers: Headers): number | null {
  const wait = number(headers.get('retry-after-ms')) ?? fromSeconds(headers.get('retry-after')) ?? fromDate(headers)
  return wait === null || wait < 0 ? null : Math.min(Math.ceil(wait), longestMs)
}

function number(value: string | null): number | null {
  return value !== null && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : null
}

function fromSeconds(value: string | null): number | null {
  const seconds = number(value)
  return seconds === null ? null : seconds * 1000
}

function fromDate(headers: Headers): number | null {
  const wait = Date.parse(headers.get('retry-after') ?? '') - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(wait) ? null : wait
}
