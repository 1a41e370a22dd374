import type { JsonValue } from '@/sandbox/state/world'

export type JsonSchema = { [name: string]: JsonValue }
export type JsonObject = { [name: string]: JsonValue }

export const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Follows `$ref` into the definitions of the root; any other schema comes back as it is. */
export function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { $ref: reference } = schema
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return schema
  let at: JsonValue | undefined = root
  for (const part of reference.slice(2).split('/')) at = isObject(at) ? at[part] : undefined
  return isObject(at) ? at : {}
}

/** The branches a schema admits: those of `anyOf` and `oneOf`, else itself alone. */
export function branchesOf(schema: JsonSchema, root: JsonSchema): JsonSchema[] {
  const own = resolve(schema, root)
  const branches = own.anyOf ?? own.oneOf
  if (!Array.isArray(branches)) return [own]
  return branches.filter(isObject).flatMap((branch) => branchesOf(branch, root))
}

/** The named properties of an object schema, resolved. */
export function propertiesOf(schema: JsonSchema, root: JsonSchema): [string, JsonSchema][] {
  const { properties } = schema
  if (!isObject(properties)) return []
  return Object.entries(properties).flatMap(([name, property]) =>
    isObject(property) ? [[name, resolve(property, root)] as [string, JsonSchema]] : [],
  )
}

/** Whether a value keeps to a schema, as far as strict output schemas go: types, constants, enums, unions, objects and lists. */
export function fits(value: JsonValue, schema: JsonSchema, root: JsonSchema = schema): boolean {
  const branches = branchesOf(schema, root)
  if (branches.length !== 1 || branches[0] !== resolve(schema, root)) {
    return branches.some((branch) => fits(value, branch, root))
  }
  const own = resolve(schema, root)
  if ('const' in own && own.const !== value) return false
  if (Array.isArray(own.enum) && !own.enum.includes(value)) return false
  if (own.type !== undefined && ![own.type].flat().some((type) => isOfType(value, String(type)))) return false
  if (typeof value === 'number' && !isWithin(value, own.minimum, own.maximum)) return false
  if (typeof value === 'string' && !isWithin(value.length, own.minLength, own.maxLength)) return false
  if (Array.isArray(value)) {
    const { items } = own
    if (!isWithin(value.length, own.minItems, own.maxItems)) return false
    return !isObject(items) || value.every((item) => fits(item, items, root))
  }
  return !isObject(value) || fitsObject(value, own, root)
}

function fitsObject(value: JsonObject, schema: JsonSchema, root: JsonSchema): boolean {
  const required = Array.isArray(schema.required) ? schema.required : []
  if (required.some((name) => typeof name === 'string' && !(name in value))) return false
  const known = new Map(propertiesOf(schema, root))
  return Object.entries(value).every(([name, inner]) => {
    const property = known.get(name)
    if (property) return fits(inner, property, root)
    const { additionalProperties: more } = schema
    return isObject(more) ? fits(inner, more, root) : more !== false
  })
}

function isOfType(value: JsonValue, type: string): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value)
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    case 'null':
      return value === null
    default:
      return typeof value === type
  }
}

function isWithin(number: number, least: JsonValue | undefined, most: JsonValue | undefined): boolean {
  return (typeof least !== 'number' || number >= least) && (typeof most !== 'number' || number <= most)
}
