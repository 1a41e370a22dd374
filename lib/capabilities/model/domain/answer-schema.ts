import { z } from 'zod'

/** What strict output schemas can say wherever they are spoken. Bounds and patterns are checked afterwards, by the schema itself. */
const keptKeywords = ['type', 'enum', 'const', 'description', '$ref', '$defs', 'properties', 'items', 'anyOf'] as const

/**
 * The JSON schema by which a model is asked to answer: closed objects with every property required and unions as `anyOf`, which compatible
 * servers accept where they refuse `oneOf`. Looser than the zod schema, never stricter: what it lets through is parsed again.
 */
export function toAnswerSchema(output: z.ZodType): object {
  return strict(z.toJSONSchema(output, { io: 'input', unrepresentable: 'any' }))
}

function strict(schema: unknown): object {
  if (typeof schema !== 'object' || schema === null) return {}
  const given = new Map(Object.entries(schema))
  const kept: Record<string, unknown> = {}
  for (const keyword of keptKeywords) if (given.has(keyword)) kept[keyword] = given.get(keyword)
  const union = given.get('anyOf') ?? given.get('oneOf')
  if (Array.isArray(union)) kept.anyOf = union.map(strict)
  if (given.has('items')) kept.items = strict(given.get('items'))
  if (given.has('$defs')) kept.$defs = strictEach(given.get('$defs'))
  if ([given.get('type')].flat().includes('object')) {
    kept.properties = strictEach(given.get('properties'))
    kept.required = Object.keys(kept.properties ?? {})
    kept.additionalProperties = false
  }
  return kept
}

function strictEach(schemas: unknown): Record<string, object> {
  return Object.fromEntries(Object.entries(schemas ?? {}).map(([name, schema]) => [name, strict(schema)]))
}
