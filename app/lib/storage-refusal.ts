import { connectionFault } from './connection-fault.ts'
import { privateAddress } from './file-source.ts'

/** Why a file was not kept; `retry`: another try, with a link freshly signed, may succeed. */
export class Refused extends Error {
  readonly code: string
  readonly retry: boolean

  constructor(code: string, retry: boolean) {
    super(code)
    this.code = code
    this.retry = retry
  }
}

/** The refusal that an error of connection, disk or ours amounts to. */
export function refusalOf(error: unknown): { code: string; retry: boolean } {
  if (error instanceof Refused) return { code: error.code, retry: error.retry }
  const name = error instanceof Error ? error.name : ''
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (code === privateAddress) return { code: 'private_address', retry: false }
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk_full', retry: true }
  if (name === 'TimeoutError' || /TIMEOUT/.test(code)) return { code: 'timed_out', retry: true }
  if (/^(EACCES|EROFS|EPERM|ENOENT|EIO|EMFILE|ENFILE)$/.test(code)) return { code: 'disk_refused', retry: true }
  return { code: connectionFault(error), retry: true }
}
