/** Lists in pages: `limit` and `token`, with `has_more` and `next_token` beside the data (`heygen.md` §1). */
import { jsonAnswer } from '../answers.ts'
import { heygenError } from './errors.ts'

export function pageAnswer(
  items: readonly unknown[],
  query: URLSearchParams,
  { usual = 20, most = 100 } = {},
): Response {
  const limit = Number(query.get('limit') ?? usual)
  if (!Number.isInteger(limit) || limit < 1 || limit > most) return heygenError('invalid_parameter', { param: 'limit' })
  const token = query.get('token')
  const start = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString())
  if (!Number.isInteger(start) || start < 0) return heygenError('invalid_parameter', { param: 'token' })
  const end = start + limit
  const has_more = end < items.length
  const next_token = has_more ? Buffer.from(String(end)).toString('base64url') : null
  return jsonAnswer(200, { data: items.slice(start, end), has_more, next_token })
}
