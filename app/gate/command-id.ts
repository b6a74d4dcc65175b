/** The id of a form: it names the command that sending the form gives, however often it is sent. */
import { randomUUID } from 'node:crypto'

export function newCommandId(): string {
  return randomUUID()
}

export function isCommandId(value: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value)
}
