/** The archive: everything that is kept, behind one object. The only room with SQL. */
import { openDatabase, type Connection, type Database, type DatabaseOptions } from './database.ts'
import { createInbox } from './inbox.ts'
import { createJobs } from './jobs.ts'
import { createLog } from './log.ts'
import { createProof } from './proof.ts'
import { createQueue } from './queue.ts'
import { createRequests } from './requests.ts'
import { createScriptTable } from './script-table.ts'
import { createStaff } from './staff.ts'

export type ArchiveOptions = DatabaseOptions & {
  connection: Connection
  /** 32 bytes; wraps the keys of personal fields. */
  masterKey: Buffer
  onError: (error: Error) => void
}

export function openArchive({ connection, masterKey, onError, ...options }: ArchiveOptions) {
  const database: Database = openDatabase(connection, onError, options)
  return {
    database,
    connection,
    ...createLog(database, masterKey),
    ...createProof(database, masterKey),
    ...createQueue(database),
    ...createRequests(database),
    ...createInbox(database),
    ...createScriptTable(database, masterKey),
    ...createStaff(database),
    ...createJobs(database),
    close: () => database.close(),
  }
}

export type Archive = ReturnType<typeof openArchive>
