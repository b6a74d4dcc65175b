/** Responses asked for with `background: true`: the only ones that can be read again or cancelled. */
import { jsonAnswer } from '../answers.ts'
import { openAiError } from './errors.ts'
import type { ModelResponse } from './response.ts'

export type KeptResponses = ReturnType<typeof createKeptResponses>

export function createKeptResponses() {
  const kept = new Map<string, { final: ModelResponse; readyAt: number }>()

  const now = ({ final, readyAt }: { final: ModelResponse; readyAt: number }): ModelResponse =>
    Date.now() >= readyAt ? final : { ...final, status: 'in_progress', output: [], usage: null }

  return {
    keep(final: ModelResponse, delayMs: number): Response {
      kept.set(final.id, { final, readyAt: Date.now() + delayMs })
      return jsonAnswer(200, { ...final, status: 'queued', output: [], usage: null })
    },
    find(id: string): Response {
      const found = kept.get(id)
      return found ? jsonAnswer(200, now(found)) : unknown(id)
    },
    /** Cancelling twice, or too late, answers the response as it is. */
    cancel(id: string): Response {
      const found = kept.get(id)
      if (!found) return unknown(id)
      const current = now(found)
      const final = current.status === 'in_progress' ? { ...current, status: 'cancelled' } : current
      kept.set(id, { final, readyAt: 0 })
      return jsonAnswer(200, final)
    },
  }
}

function unknown(id: string): Response {
  return openAiError({ status: 404, message: `Response with id '${id}' not found.`, param: null, code: null })
}
