/** `POST /v1/moderations`: flags a few plain words, so that both outcomes can be rehearsed. */
import { isObject, jsonAnswer, parseJson } from '../answers.ts'
import { openAiError } from './errors.ts'

const categories: Record<string, RegExp> = {
  'self-harm': /me tuer|suicide|en finir avec la vie/i,
  violence: /égorger|massacrer/i,
  harassment: /sale con|pourriture/i,
}

export function moderationAnswer(body: string, id: string): Response {
  const request = parseJson(body)
  const input = isObject(request) ? request['input'] : undefined
  if (typeof input !== 'string') {
    return openAiError({ status: 400, message: "Missing required parameter: 'input'.", param: 'input', code: null })
  }
  const flags = Object.fromEntries(Object.entries(categories).map(([name, words]) => [name, words.test(input)]))
  const scores = Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, flag ? 0.97 : 0.0002]))
  const result = { flagged: Object.values(flags).includes(true), categories: flags, category_scores: scores }
  return jsonAnswer(200, { id: `modr-${id}`, model: 'omni-moderation-latest', results: [result] })
}
