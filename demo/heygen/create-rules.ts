/** What HeyGen says of a creation in prose, beyond its schema (`heygen.md` §3.1). */
import { isObject, type JsonObject } from '../answers.ts'
import { enginesOf, voices } from './catalogue.ts'
import { problemWith, type Problem } from './schema.ts'
import { schemas } from './schemas.ts'

export const maxScriptCharacters = 5_000

export function creationProblem(body: unknown): Problem | null {
  const { request } = schemas.VideoCreate
  const problem = request === undefined ? null : problemWith(request, body)
  if (problem !== null || !isObject(body)) return problem
  if (body['type'] === 'studio') return scenesProblem(body['scenes'])
  return speechProblem(body) ?? pictureProblem(body)
}

function scenesProblem(scenes: unknown): Problem | null {
  const list = Array.isArray(scenes) ? (scenes as unknown[]) : []
  if (list.length < 1 || list.length > 50) return { param: 'scenes', message: 'scenes must have 1 to 50 items' }
  const problems = list.map((scene, index) => {
    const input = isObject(scene) ? scene['input'] : null
    return isObject(input) && input['type'] === 'avatar' ? speechProblem(input, `scenes[${index}].input.`) : null
  })
  return problems.find((problem) => problem !== null) ?? null
}

function speechProblem(input: JsonObject, at = ''): Problem | null {
  const engines = enginesOf(input['avatar_id'])
  if (!engines) return { param: `${at}avatar_id`, message: "Avatar not found or you don't have access" }
  const script = input['script'] ?? null
  const spoken = [script, input['audio_url'] ?? null, input['audio_asset_id'] ?? null].filter((one) => one !== null)
  if (spoken.length !== 1) return { param: `${at}script`, message: 'Exactly one of script, audio_url, audio_asset_id' }
  if (typeof script === 'string' && (script === '' || [...script].length > maxScriptCharacters)) {
    return { param: `${at}script`, message: `script must have 1 to ${maxScriptCharacters} characters` }
  }
  const voice = input['voice_id'] ?? null
  if (voice !== null && !voices.some(({ voice_id }) => voice_id === voice)) {
    return { param: `${at}voice_id`, message: 'Voice not found' }
  }
  const engine = isObject(input['engine']) ? String(input['engine']['type']) : 'avatar_iv'
  if (!engines.includes(engine)) return { param: `${at}engine`, message: `This look does not support ${engine}` }
  return settingsProblem(input['voice_settings'], at)
}

const ranges: Record<string, [number, number]> = { speed: [0.5, 1.5], pitch: [-50, 50], volume: [0, 1] }

function settingsProblem(settings: unknown, at: string): Problem | null {
  if (!isObject(settings)) return null
  for (const [name, [least, most]] of Object.entries(ranges)) {
    const value = settings[name]
    if (typeof value !== 'number' || (value >= least && value <= most)) continue
    return { param: `${at}voice_settings.${name}`, message: `${name} must be between ${least} and ${most}` }
  }
  return null
}

function pictureProblem(body: JsonObject): Problem | null {
  // Both need an avatar trained with matting; the played account has none.
  if (body['output_format'] === 'webm') return { param: 'output_format', message: 'webm needs a matting avatar' }
  if (body['remove_background'] === true) return { param: 'remove_background', message: 'Needs a matting avatar' }
  const background = body['background']
  if (!isObject(background)) return null
  const coloured = background['type'] === 'color' && /^#[0-9a-f]{6}$/i.test(String(background['value']))
  const pictured = background['type'] === 'image' && (background['url'] ?? background['asset_id'] ?? null) !== null
  return coloured || pictured
    ? null
    : { param: 'background', message: 'background needs a #rrggbb value, a url or an asset_id' }
}
