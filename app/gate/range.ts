/** Which bytes of a file a browser asks for (RFC 9110 §14). */
export type ByteRange = { first: number; last: number }

/** null: the whole file, also where the header is not understood or asks for several parts; `unsatisfiable`: 416. */
export function readRange(header: string | null, bytes: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (match === null) return null
  const [from = '', to = ''] = match.slice(1)
  if (from === '') return to === '' ? null : suffix(Number(to), bytes)
  const first = Number(from)
  if (to !== '' && Number(to) < first) return null
  if (first >= bytes) return 'unsatisfiable'
  return { first, last: to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1) }
}

function suffix(length: number, bytes: number): ByteRange | 'unsatisfiable' {
  if (length === 0 || bytes === 0) return 'unsatisfiable'
  return { first: Math.max(0, bytes - length), last: bytes - 1 }
}
