/** `POST /v1/moderations`: flags a few plain words, so that every outcome can be rehearsed. */
import { htmlAnswer, isObject, jsonAnswer, parseJson, pause } from '../answers.ts'
import { createPlan } from '../plan.ts'
import { openAiError } from './errors.ts'

/**
 * `slow:N` answers after N ms. `moderation_flags_script` waits for the first call that carries a text which this
 * simulator wrote, and flags it whatever it says; the calls before are answered honestly.
 */
export const moderationScenarios = [
  ...['ok', 'slow'],
  ...['moderation_unavailable', 'moderation_odd', 'moderation_rejected', 'moderation_flags_script'],
]

export type Moderator = ReturnType<typeof createModerator>

export function createModerator() {
  const plan = createPlan(moderationScenarios)
  const written: string[] = []
  let flagsNextScript = false

  return {
    plan: (names: readonly string[]) => plan.add(names),
    /** A text that was answered to `POST /v1/responses`, as JSON of sections. */
    remember(answer: string) {
      const sections = parseJson(answer)
      if (isObject(sections)) written.push(...Object.values(sections).filter(isLong))
      written.splice(0, Math.max(0, written.length - keptSections))
    },
    async answer(body: string, id: string): Promise<{ scenario: string; response: Response }> {
      const texts = textsOf(parseJson(body))
      if (texts === null) return { scenario: 'ok', response: missingInput() }
      const steps = plan.next()
      const names = steps.map(({ name }) => name)
      await pause(steps.find(({ name }) => name === 'slow')?.amount ?? 0)
      flagsNextScript ||= names.includes('moderation_flags_script')
      const strikes = flagsNextScript && texts.some((text) => written.some((section) => text.includes(section)))
      if (strikes) flagsNextScript = false
      const failure = names.map((name) => failures[name]).find((one) => one !== undefined)
      const results = texts.map((text) => resultOf(text, strikes))
      const whole = { id: `modr-${id}`, model: 'omni-moderation-latest', results }
      return { scenario: names.join('+') || 'ok', response: failure?.() ?? jsonAnswer(200, whole) }
    },
  }
}

/** Enough to know the last scripts again. */
const keptSections = 200

const failures: Record<string, () => Response> = {
  moderation_unavailable: () => htmlAnswer(503),
  moderation_odd: () => jsonAnswer(200, { results: [{ flagged: 'perhaps' }] }),
  moderation_rejected: () =>
    openAiError({ status: 401, message: 'Incorrect API key provided.', param: null, code: 'invalid_api_key' }),
}

/** As OpenAI names them; what has no words here is never flagged. */
const categories: Record<string, RegExp | null> = {
  harassment: /sale con|pourriture/i,
  'harassment/threatening': null,
  hate: null,
  'hate/threatening': null,
  illicit: null,
  'illicit/violent': null,
  'self-harm': /me tuer|suicide|en finir avec la vie/i,
  'self-harm/intent': /(je (veux|vais) (me tuer|en finir)|me suicider)/i,
  'self-harm/instructions': null,
  sexual: /pornographi/i,
  'sexual/minors': null,
  violence: /égorger|massacrer/i,
  'violence/graphic': null,
}

function resultOf(text: string, struck: boolean) {
  const flags = Object.entries(categories).map(
    ([name, words]) => [name, words?.test(text) === true || (struck && name === 'harassment')] as const,
  )
  return {
    flagged: flags.some(([, flag]) => flag),
    categories: Object.fromEntries(flags),
    category_scores: Object.fromEntries(flags.map(([name, flag]) => [name, flag ? 0.97 : 0.0002])),
    category_applied_input_types: Object.fromEntries(flags.map(([name]) => [name, ['text']])),
  }
}

/** One text or several; null for anything else, and for none. */
function textsOf(request: unknown): string[] | null {
  const input = isObject(request) ? request['input'] : undefined
  const texts = Array.isArray(input) ? input : [input]
  return texts.length > 0 && texts.every((text) => typeof text === 'string') ? texts : null
}

const isLong = (text: unknown): text is string => typeof text === 'string' && text.length > 40

function missingInput(): Response {
  return openAiError({ status: 400, message: "Missing required parameter: 'input'.", param: 'input', code: null })
}
