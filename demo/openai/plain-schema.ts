/** The part of JSON Schema that a strict `text.format` may use here (`openai.md` §5), and a value that satisfies one. */
import { isObject, type JsonObject } from '../answers.ts'

const keywords: Record<string, readonly string[]> = {
  object: ['properties', 'required', 'additionalProperties'],
  array: ['items'],
  string: ['enum'],
  integer: [],
  boolean: [],
  null: [],
}
const anywhere = ['type', 'description', 'title']

/** The first thing wrong with the schema, as a sentence; null when it is plain. */
export function schemaProblem(schema: unknown, path: readonly string[] = []): string | null {
  const where = `In context=(${path.map((step) => `'${step}'`).join(', ')})`
  if (!isObject(schema)) return `${where}, a schema must be an object.`
  if (path.length === 0 && schema['type'] !== 'object') return `${where}, the root must be of type 'object'.`
  if (Array.isArray(schema['anyOf'])) return unionProblem(schema, schema['anyOf'], path, where)

  const types = typesOf(schema)
  const allowed = [
    ...anywhere,
    ...(path.length === 0 ? ['$schema'] : []),
    ...types.flatMap((type) => keywords[type] ?? []),
  ]
  const unknown = types.find((type) => !(type in keywords))
  if (types.length === 0 || unknown !== undefined) return `${where}, type ${String(unknown)} is not permitted.`
  const foreign = Object.keys(schema).find((keyword) => !allowed.includes(keyword))
  if (foreign !== undefined) return `${where}, '${foreign}' is not permitted.`
  if (types.includes('object')) return objectProblem(schema, path, where)
  return types.includes('array') ? schemaProblem(schema['items'], [...path, 'items']) : null
}

function unionProblem(
  schema: JsonObject,
  alternatives: unknown[],
  path: readonly string[],
  where: string,
): string | null {
  const nullable = alternatives.some((one) => isObject(one) && one['type'] === 'null')
  if (alternatives.length !== 2 || !nullable) return `${where}, 'anyOf' is only permitted to make a value nullable.`
  const foreign = Object.keys(schema).find((keyword) => !['anyOf', 'description', 'title'].includes(keyword))
  if (foreign !== undefined) return `${where}, '${foreign}' is not permitted.`
  return firstProblem(alternatives.map((one, index) => schemaProblem(one, [...path, 'anyOf', String(index)])))
}

function objectProblem(schema: JsonObject, path: readonly string[], where: string): string | null {
  const properties = schema['properties']
  if (!isObject(properties)) return `${where}, 'properties' is required.`
  if (schema['additionalProperties'] !== false) return `${where}, 'additionalProperties' is required to be false.`
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const missing = Object.keys(properties).find((name) => !required.includes(name))
  if (missing !== undefined) return `${where}, 'required' must include every key in properties. Missing '${missing}'.`
  return firstProblem(
    Object.entries(properties).map(([name, one]) => schemaProblem(one, [...path, 'properties', name])),
  )
}

/** A value of this schema: first of each enum, one item in each array, never null. */
export function sampleOf(schema: unknown): unknown {
  if (!isObject(schema)) return null
  if (Array.isArray(schema['anyOf'])) {
    return sampleOf(schema['anyOf'].find((one) => isObject(one) && one['type'] !== 'null'))
  }
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const [type] = typesOf(schema).filter((one) => one !== 'null')
  if (type === 'object') return sampleObject(schema)
  if (type === 'array') return [sampleOf(schema['items'])]
  if (type === 'integer') return 7
  if (type === 'boolean') return true
  return type === 'string' ? 'Texte de démonstration.' : null
}

function sampleObject(schema: JsonObject): JsonObject {
  const properties = isObject(schema['properties']) ? schema['properties'] : {}
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, sampleOf(one)]))
}

function typesOf(schema: JsonObject): string[] {
  const type = schema['type']
  return (Array.isArray(type) ? type : [type]).filter((one): one is string => typeof one === 'string')
}

const firstProblem = (problems: (string | null)[]) => problems.find((problem) => problem !== null) ?? null
