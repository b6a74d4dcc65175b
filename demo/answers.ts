/** Whole HTTP answers, and what both simulators make of bytes. */
import { createHash } from 'node:crypto'

export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
}

export function htmlAnswer(status: number): Response {
  const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1><hr>cloud gateway</body></html>`
  return new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

export const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))

export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Undefined for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
