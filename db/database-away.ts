/** The database did not answer: nothing is known to be wrong with the request itself. */
export class DatabaseAway extends Error {
  readonly code = 'database_away'
  override readonly name = 'DatabaseAway'
}

/** Classes 08 (connection), 53 (resources), 57P (shutdown), 25006 (a standby answers), and what says the network. */
const awayCodes = /^(08|53|57P|25P03|25006|ECONN|EPIPE|ENOENT|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/
const awayMessages =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|not queryable|canceling statement due to (lock|statement) timeout|Cannot use a pool after/

export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof DatabaseAway) return true
  const code = 'code' in error ? String(error.code) : ''
  return awayCodes.test(code) || awayMessages.test(error.message)
}

const lostConnection = /Connection terminated|not queryable|ECONNRESET|57P0/

/** Runs a read once more when the connection it was given had died, and names what is still wrong then. */
export async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!isLostConnection(error)) throw named(error)
    return await read().catch((again: unknown) => {
      throw named(again)
    })
  }
}

/** The same for writes, which are never repeated here: whether they happened is not known. */
export async function writing<T>(write: () => Promise<T>): Promise<T> {
  return await write().catch((error: unknown) => {
    throw named(error)
  })
}

function named(error: unknown): unknown {
  return isAway(error) && !(error instanceof DatabaseAway)
    ? new DatabaseAway('the database does not answer', { cause: error })
    : error
}

function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return lostConnection.test(error.message) || ('code' in error && lostConnection.test(String(error.code)))
}
