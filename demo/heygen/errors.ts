/** HeyGen's error envelope and the codes that it is played with (`heygen.md` §3.4). */
import { jsonAnswer } from '../answers.ts'

type ErrorCode = keyof typeof catalogue

const catalogue = {
  unauthorized: [401, 'Unauthorized'],
  insufficient_credit: [402, 'Wallet balance is below the estimated cost.'],
  forbidden: [403, 'Forbidden'],
  invalid_parameter: [400, 'Invalid parameter'],
  content_policy_violation: [400, 'The script was flagged by moderation.'],
  video_not_found: [404, 'Video not found'],
  avatar_not_found: [404, 'Avatar look not found'],
  voice_not_found: [404, 'Voice not found'],
  webhook_not_found: [404, 'Webhook endpoint not found'],
  resource_not_found: [404, 'Resource not found'],
  request_in_progress: [409, 'A request with this key is still running.'],
  rate_limit_exceeded: [429, 'Rate limit exceeded.'],
  internal_error: [500, 'Internal error'],
  voice_provider_error: [502, 'Voice provider error'],
  service_unavailable: [503, 'Service unavailable'],
  gateway_timeout: [504, 'Gateway timeout'],
} as const satisfies Record<string, readonly [number, string]>

export type ErrorDetails = { message?: string; param?: string; headers?: Record<string, string> }

export function heygenError(code: ErrorCode, { message, param, headers }: ErrorDetails = {}): Response {
  const [status, usual] = catalogue[code]
  const doc_url = `https://developers.heygen.com/docs/error-codes#${code.replaceAll('_', '-')}`
  const error = { code, message: message ?? usual, ...(param === undefined ? {} : { param }), doc_url }
  return jsonAnswer(status, { error }, headers)
}
