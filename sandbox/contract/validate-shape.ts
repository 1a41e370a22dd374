/** The part of JSON Schema that the service's document uses. */
export interface ShapeSchema {
  $ref?: string
  allOf?: ShapeSchema[]
  type?: string
  format?: string
  enum?: unknown[]
  required?: string[]
  properties?: Record<string, ShapeSchema>
  additionalProperties?: ShapeSchema | boolean
  items?: ShapeSchema
  discriminator?: { propertyName: string; mapping?: Record<string, string> }
}

export type ShapeRule = 'missing' | 'unknown' | 'type' | 'null' | 'enum' | 'format'

export interface Violation {
  /** Where, with `*` for every index of a list. */
  path: string
  rule: ShapeRule
  found: unknown
}

type Schemas = Record<string, ShapeSchema>

/** Takes a value, its schema and the document's named schemas; gives every place where the value is not what the schema says. */
export function validateShape(value: unknown, schema: ShapeSchema, schemas: Schemas, path = ''): Violation[] {
  const shape = flatten(schema, value, schemas, new Set())
  if (value === null) return [{ path, rule: 'null', found: null }]
  if (shape.type === 'array' || (shape.items && shape.type === undefined)) {
    if (!Array.isArray(value)) return [{ path, rule: 'type', found: value }]
    const { items } = shape
    // An enum beside `items` is meant for the items: the document writes it so.
    const inner = shape.enum && items ? { ...items, enum: shape.enum } : items
    return inner ? value.flatMap((item) => validateShape(item, inner, schemas, `${path}.*`)) : []
  }
  // The document gives the type `object` to some enums of text.
  if (shape.enum) return validateScalar(value, { ...shape, type: undefined }, path)
  if (shape.properties || shape.additionalProperties || shape.type === 'object') {
    return validateObject(value, withMap(shape), schemas, path)
  }
  return validateScalar(value, shape, path)
}

/** Maps by name are written as an object with one property called like what the names stand for. */
function withMap(shape: ShapeSchema): ShapeSchema {
  const [[name, schema] = [], ...others] = Object.entries(shape.properties ?? {})
  const isMap =
    others.length === 0 && name !== undefined && ['schema', 'table', 'column'].includes(name) && schema?.$ref
  return isMap ? { type: 'object', additionalProperties: schema } : shape
}

function validateObject(value: unknown, shape: ShapeSchema, schemas: Schemas, path: string): Violation[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ path, rule: 'type', found: value }]
  const { properties = {}, required = [], additionalProperties: others } = shape
  const found: Violation[] = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => ({ path: `${path}.${name}`, rule: 'missing', found: undefined }))
  const closed = Object.keys(properties).length > 0 && others === undefined
  for (const [name, inner] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined
    // Names of a map are not part of the path: what holds for one entry holds for all.
    if (known) found.push(...validateShape(inner, known, schemas, `${path}.${name}`))
    else if (typeof others === 'object') found.push(...validateShape(inner, others, schemas, `${path}.*`))
    else if (closed) found.push({ path: `${path}.${name}`, rule: 'unknown', found: inner })
  }
  return found
}

function validateScalar(value: unknown, shape: ShapeSchema, path: string): Violation[] {
  const types: Record<string, boolean> = {
    string: typeof value === 'string',
    boolean: typeof value === 'boolean',
    integer: Number.isInteger(value),
    number: typeof value === 'number',
  }
  if (shape.type && types[shape.type] === false) return [{ path, rule: 'type', found: value }]
  // The document writes numbers of an enum as strings.
  if (shape.enum && !shape.enum.map(String).includes(String(value))) return [{ path, rule: 'enum', found: value }]
  if (shape.format === 'date-time' && Number.isNaN(Date.parse(String(value)))) {
    return [{ path, rule: 'format', found: value }]
  }
  return []
}

/** Follows references, joins `allOf` and picks the variant a discriminator names, until one plain schema is left. */
function flatten(schema: ShapeSchema, value: unknown, schemas: Schemas, visited: Set<string>): ShapeSchema {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    const target = schemas[name]
    if (!target) throw new Error(`the document has no schema ${name}`)
    return flatten(target, value, schemas, visited)
  }
  const variant = variantOf(schema, value)
  if (variant && !visited.has(variant)) {
    visited.add(variant)
    return flatten({ $ref: variant }, value, schemas, visited)
  }
  if (!schema.allOf) return schema
  const { allOf, ...own } = schema
  return [own, ...allOf.map((member) => flatten(member, value, schemas, visited))].reduce<ShapeSchema>(join, {})
}

function variantOf({ discriminator }: ShapeSchema, value: unknown): string | undefined {
  if (!discriminator?.mapping || typeof value !== 'object' || value === null) return undefined
  return discriminator.mapping[String(Reflect.get(value, discriminator.propertyName))]
}

/** Joins two parts of an `allOf`. Both may say something about one property: a connection's `config` comes in several pieces. */
function join(first: ShapeSchema, second: ShapeSchema): ShapeSchema {
  const properties = { ...first.properties }
  for (const [name, schema] of Object.entries(second.properties ?? {})) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined
    properties[name] = known?.properties && schema.properties ? join(known, schema) : schema
  }
  const named = Object.keys(properties).length > 0
  const required = [...(first.required ?? []), ...(second.required ?? [])]
  return { ...first, ...second, required, ...(named ? { properties } : {}) }
}
