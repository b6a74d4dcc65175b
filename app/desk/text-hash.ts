import { createHash } from 'node:crypto'

/** SHA-256 (hex) of the spoken text: what is approved, and what is filmed. */
export const textHash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
