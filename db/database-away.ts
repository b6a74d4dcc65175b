/** The database did not answer: nothing is known to be wrong with the request itself. */
export class DatabaseAway extends Error {
  readonly code = 'database_away'
  override readonly name = 'DatabaseAway'
}

/**
 * Classes 08 (connection), 53 (resources), 57P (shutdown), 25006 (a standby answers), 55P03 and 57014 (it took longer
 * than a page waits), and what says the network.
 */
const awayCodes = /^(08|53|57P|57014|55P03|25P03|25006|ECONN|EPIPE|ENOENT|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/
const awayMessages =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|not queryable|Cannot use a pool after/

/** How long a call may take, a second try included. */
export const patienceMs = 4_500

export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof DatabaseAway) return true
  const code = 'code' in error ? String(error.code) : ''
  return awayCodes.test(code) || awayMessages.test(error.message)
}

const lostConnection = /Connection terminated|not queryable|ECONNRESET|57P0/

/** The connection had died. A database that took too long is no such case: it would take as long again. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return lostConnection.test(error.message) || ('code' in error && lostConnection.test(String(error.code)))
}

/** Runs a read once more when the connection it was given had died, and names what is still wrong then. */
export async function reading<T>(read: () => Promise<T>): Promise<T> {
  const began = performance.now()
  try {
    return await read()
  } catch (error) {
    if (!isLostConnection(error)) throw named(error)
    return await secondTry(began, read)
  }
}

/** The same for writes, which are never repeated here: whether they happened is not known. */
export async function writing<T>(write: () => Promise<T>): Promise<T> {
  return await write().catch((error: unknown) => {
    throw named(error)
  })
}

/**
 * What follows on a first try that began at `began` (`performance.now`), of which no more is left than a page has: it
 * answers 503 within 5 s. @throws DatabaseAway when the time is up: whatever was sent may still happen.
 */
export async function secondTry<T>(began: number, work: () => Promise<T>): Promise<T> {
  const left = began + patienceMs - performance.now()
  if (left <= 0) throw timeIsUp()
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timeIsUp()), left)
  })
  return await Promise.race([writing(work), end]).finally(() => clearTimeout(timer))
}

const timeIsUp = () => new DatabaseAway('the database did not answer in time')

function named(error: unknown): unknown {
  return isAway(error) && !(error instanceof DatabaseAway)
    ? new DatabaseAway('the database does not answer', { cause: error })
    : error
}
