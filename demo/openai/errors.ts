/** OpenAI's error envelope. */
import { jsonAnswer } from '../answers.ts'
import type { Refusal } from './request.ts'

export function openAiError(
  { status, message, param, code, type }: Refusal,
  headers: Record<string, string> = {},
): Response {
  return jsonAnswer(status, { error: { message, type: type ?? 'invalid_request_error', param, code } }, headers)
}
