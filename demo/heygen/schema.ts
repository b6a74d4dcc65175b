/** The little of JSON Schema (OpenAPI 3.0) that `heygen-v3-schemas.json` uses; objects are closed. */
import { isObject } from '../answers.ts'

export type Schema = {
  type?: string
  nullable?: boolean
  enum?: readonly string[]
  properties?: Record<string, Schema>
  required?: readonly string[]
  items?: Schema
  oneOf?: readonly Schema[]
  /** The property that tells the alternatives of `oneOf` apart. */
  discriminator?: string
}

/** `param` is a path such as `scenes[0].input.voice_id`. */
export type Problem = { param: string; message: string }

/** The first thing in `value` that the schema does not allow; null when all is well. */
export function problemWith(schema: Schema, value: unknown, param = ''): Problem | null {
  if (value === null && schema.nullable === true) return null
  if (schema.oneOf) return alternativeProblem(schema, value, param)
  if (schema.type === 'object') return objectProblem(schema, value, param)
  if (schema.type === 'array') return arrayProblem(schema, value, param)
  if (!isOfType(schema.type, value)) return { param, message: `${param} must be of type ${String(schema.type)}` }
  if (schema.enum && !schema.enum.includes(String(value))) {
    return { param, message: `${param} must be one of ${schema.enum.join(', ')}` }
  }
  return null
}

function alternativeProblem(schema: Schema, value: unknown, param: string): Problem | null {
  const name = schema.discriminator ?? 'type'
  const tag = isObject(value) ? value[name] : undefined
  const fits = (one: Schema) => one.properties?.[name]?.enum?.includes(String(tag))
  const alternative = schema.oneOf?.find(fits)
  const at = within(param, name)
  return alternative ? problemWith(alternative, value, param) : { param: at, message: `${at} is missing or unknown` }
}

function objectProblem({ properties = {}, required = [] }: Schema, value: unknown, param: string): Problem | null {
  if (!isObject(value)) return { param, message: `${param || 'the body'} must be an object` }
  const absent = required.find((name) => value[name] === undefined)
  if (absent !== undefined) return { param: within(param, absent), message: `${within(param, absent)}: field required` }
  // An object without any listed property is one whose content the source leaves open.
  if (Object.keys(properties).length === 0) return null
  const problems = Object.entries(value).map(([name, one]) => {
    const schema = properties[name]
    const at = within(param, name)
    return schema ? problemWith(schema, one, at) : { param: at, message: `${at}: extra fields not permitted` }
  })
  return problems.find((problem) => problem !== null) ?? null
}

function arrayProblem({ items }: Schema, value: unknown, param: string): Problem | null {
  if (!Array.isArray(value)) return { param, message: `${param} must be an array` }
  if (items === undefined) return null
  const problems = value.map((one, index) => problemWith(items, one, `${param}[${index}]`))
  return problems.find((problem) => problem !== null) ?? null
}

function isOfType(type: string | undefined, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value)
  return typeof value === type
}

const within = (param: string, name: string) => (param === '' ? name : `${param}.${name}`)
