/** HeyGen's own schemas, by the name of the call in its command-line client. */
import document from '../heygen-v3-schemas.json' with { type: 'json' }
import type { Schema } from './schema.ts'

type Call = { method: string; path: string; request?: Schema; response: Schema }

export const schemas = document.calls as unknown as Record<keyof typeof document.calls, Call>
