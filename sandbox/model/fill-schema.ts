import type { JsonValue } from '@/sandbox/state/world'
import { branchesOf, isObject, type JsonSchema, propertiesOf } from './json-schema'

/** The least a schema admits: empty texts and lists, the first word of an enum, no, nought. For tasks this server was not taught. */
export function fillSchema(schema: JsonSchema, root: JsonSchema = schema): JsonValue {
  const branches = branchesOf(schema, root)
  const own = branches.find(({ type }) => type === 'null') ?? branches[0] ?? {}
  if ('const' in own) return own.const ?? null
  if (Array.isArray(own.enum)) return own.enum[0] ?? null
  switch ([own.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(propertiesOf(own, root).map(([name, property]) => [name, fillSchema(property, root)]))
    case 'array':
      return Array.from({ length: typeof own.minItems === 'number' ? own.minItems : 0 }, () =>
        isObject(own.items) ? fillSchema(own.items, root) : null,
      )
    case 'string':
      return ''
    case 'number':
    case 'integer':
      return typeof own.minimum === 'number' ? own.minimum : 0
    case 'boolean':
      return false
    default:
      return null
  }
}
