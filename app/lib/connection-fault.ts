/** How a call without an answer ended, as far as our own machine can tell. */
export type ConnectionFault = 'not_reached' | 'connection_cut'

/**
 * `not_reached` only where no byte of the request can have left: name not found, connection refused, TLS refused.
 * Everything else, errors we have never seen included, is `connection_cut`: the other side may have acted.
 */
export function connectionFault(error: unknown): ConnectionFault {
  return causes(error).some(happenedBeforeSending) ? 'not_reached' : 'connection_cut'
}

/** Errors wrap errors: the SDK wraps `fetch failed`, which wraps the socket's own. */
function causes(error: unknown): Error[] {
  const found: Error[] = []
  for (let next = error; next instanceof Error && found.length < 8; next = next.cause) found.push(next)
  return found
}

/** An `AggregateError` is what the attempts on several addresses leave: none of them may have connected. */
function happenedBeforeSending(error: Error): boolean {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.every((each: unknown) => each instanceof Error && happenedBeforeSending(each))
  }
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall === 'connect' || syscall === 'getaddrinfo' || (typeof code === 'string' && handshakeCodes.test(code))
}

const handshakeCodes = /^(UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/
