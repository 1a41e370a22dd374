import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type FieldType, fieldName, type InferredField, type InferredTable, MappingInputError } from '../inferred-table'
import { findCursors } from '../keys/find-cursors'
import { findForeignKeys } from '../keys/find-foreign-keys'
import { rankKeys } from '../keys/rank-keys'

type Node = Readonly<Record<string, unknown>>

/** Deeper than this an object stays JSON: definitions may contain themselves. */
const depthMax = 6
/** A table of more fields than this is a web of definitions: what is nested further stays JSON. */
const fieldsMax = 2_000
const keyConfidenceMin = 0.5

/** A document of real use needs a few thousand; this many take about a second. */
const lookupsDefault = 200_000

/**
 * The tables of an OpenAPI or JSON-Schema document: one for each object definition with fields (`components.schemas`, `definitions`, `$defs`), or
 * the document itself. References are followed within the document; a cycle ends in JSON. `name` names a document without definitions.
 * `lookupsMax` ends what a few alternatives of references to alternatives would make endless.
 */
export function readJsonSchema(document: unknown, name: string, lookupsMax = lookupsDefault): InferredTable[] {
  const root = requireNode(document, '#')
  const components = isNode(root.components) && isNode(root.components.schemas) ? root.components.schemas : undefined
  const isOpenApi = typeof root.openapi === 'string' || typeof root.swagger === 'string'
  if (isOpenApi && components === undefined && !isNode(root.definitions)) {
    throw new MappingInputError('#/components/schemas: is missing, so the document defines no records')
  }
  const isTable =
    isNode(root.properties) || root.allOf !== undefined || root.type === 'array' || root.$ref !== undefined
  const definitions = components ?? (isTable ? { [name]: root } : definitionsOf(root))
  const named = isNode(root.$defs) ? '#/$defs' : '#/definitions'
  const base = components !== undefined ? '#/components/schemas' : isTable ? '#' : named
  const reader = new SchemaReader(root, lookupsMax)
  const tables = Object.entries(definitions).flatMap(([title, definition]): InferredTable[] => {
    const table = reader.readTable(title, definition, isTable ? base : `${base}/${title}`)
    return table === null ? [] : [table]
  })
  if (tables.length === 0) throw new MappingInputError(`${base}: no definition is an object with properties`)
  return tables.map((table) => ({ ...table, foreignKeys: findForeignKeys(table, tables) }))
}

function definitionsOf(root: Node): Node {
  if (isNode(root.$defs)) return root.$defs
  if (isNode(root.definitions)) return root.definitions
  throw new MappingInputError('#: has neither properties nor definitions')
}

interface Resolved {
  node: Node
  nullable: boolean
  refs: ReadonlySet<string>
}

class SchemaReader {
  private lookups = 0

  constructor(
    private readonly root: Node,
    private readonly lookupsMax: number,
  ) {}

  readTable(name: string, definition: unknown, path: string): InferredTable | null {
    let resolved = this.resolve(requireNode(definition, path), path, new Set([path]))
    if (resolved.node.type === 'array' && resolved.node.items !== undefined) {
      resolved = this.resolve(requireNode(resolved.node.items, `${path}/items`), `${path}/items`, resolved.refs)
    }
    if (!isNode(resolved.node.properties)) return null
    const fields: InferredField[] = []
    this.readFields(resolved, [], path, false, fields)
    const candidates = rankKeys({
      table: name,
      rows: null,
      columns: fields
        .filter(({ path: parts }) => parts.length === 1)
        // An id that may be left out of a request is still the row's id.
        .map((field) => ({ ...field, name: fieldName(field), nullable: false, isUnique: null })),
      isUniqueTogether: () => null,
    })
    const best = candidates[0]
    return {
      name,
      parent: null,
      rows: null,
      fields,
      primaryKey: best !== undefined && best.confidence >= keyConfidenceMin ? best.columns : [],
      primaryKeyCandidates: candidates,
      foreignKeys: [],
      cursors: findCursors(fields.map((field) => ({ ...field, nullable: false }))),
    }
  }

  private readFields(
    object: Resolved,
    parent: readonly string[],
    path: string,
    optional: boolean,
    fields: InferredField[],
  ): void {
    const required = new Set(Array.isArray(object.node.required) ? object.node.required : [])
    if (!isNode(object.node.properties)) return
    for (const [name, property] of Object.entries(object.node.properties)) {
      const at = `${path}/properties/${name}`
      const found = this.resolve(requireNode(property === true ? {} : property, at), at, object.refs)
      const nullable = optional || found.nullable || !required.has(name)
      const type = typeOf(found.node)
      const items =
        type === 'array' && isNode(found.node.items) ? this.resolve(found.node.items, `${at}/items`, found.refs) : null
      const parts = [...parent, name]
      fields.push({
        path: parts,
        type,
        logical: logicalOf(found.node, type),
        nullable,
        holdsRecords: items !== null && typeOf(items.node) === 'object',
        isUnique: null,
        samples: samplesOf(found.node),
        description: typeof found.node.description === 'string' ? found.node.description : null,
      })
      if (type === 'object' && parts.length < depthMax && fields.length < fieldsMax)
        this.readFields(found, parts, at, nullable, fields)
    }
  }

  /** Follows references and merges `allOf`; of alternatives the fields are put together and the types joined. */
  private resolve(node: Node, path: string, refs: ReadonlySet<string>): Resolved {
    this.lookups += 1
    if (this.lookups > this.lookupsMax)
      throw new MappingInputError(`${path}: its definitions refer to each other in too many ways`)
    if (refs.size > 50) return { node: {}, nullable: true, refs }
    if (typeof node.$ref === 'string') {
      if (refs.has(node.$ref)) return { node: { description: node.description }, nullable: true, refs }
      const target = this.lookUp(node.$ref, path)
      return this.resolve(
        { ...target, ...(node.description === undefined ? {} : { description: node.description }) },
        node.$ref,
        new Set([...refs, node.$ref]),
      )
    }
    const types = Array.isArray(node.type) ? node.type : [node.type]
    let nullable = node.nullable === true || types.includes('null') || node['x-nullable'] === true
    let merged: Node = types.includes('null') ? { ...node, type: types.filter((type) => type !== 'null') } : node
    for (const word of ['allOf', 'anyOf', 'oneOf'] as const) {
      const parts = node[word]
      if (!Array.isArray(parts)) continue
      for (const [at, part] of parts.entries()) {
        const each = requireNode(part, `${path}/${word}/${at}`)
        if (each.type === 'null') {
          nullable = true
          continue
        }
        const found = this.resolve(each, `${path}/${word}/${at}`, refs)
        nullable ||= word !== 'allOf' && found.nullable
        merged = mergeNodes(merged, found.node, word === 'allOf')
      }
    }
    return { node: merged, nullable, refs }
  }

  private lookUp(reference: string, path: string): Node {
    if (!reference.startsWith('#')) throw new MappingInputError(`${path}: \`${reference}\` lies outside the document`)
    let node: unknown = this.root
    for (const part of reference
      .slice(1)
      .split('/')
      .filter((step) => step !== '')) {
      const key = decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~')
      node = isNode(node) && Object.hasOwn(node, key) ? node[key] : undefined
    }
    if (!isNode(node)) throw new MappingInputError(`${path}: \`${reference}\` is not in the document`)
    return node
  }
}

function mergeNodes(one: Node, other: Node, both: boolean): Node {
  const properties = {
    ...(isNode(other.properties) ? other.properties : {}),
    ...(isNode(one.properties) ? one.properties : {}),
  }
  const lists = [one.required, other.required].filter(Array.isArray)
  const required = both
    ? lists.flat()
    : lists.length === 2
      ? lists[0]?.filter((name: unknown) => lists[1]?.includes(name))
      : []
  const types = [one.type, other.type].flat().filter((type) => type !== undefined)
  return {
    ...other,
    ...one,
    ...(types.length === 0 ? {} : { type: [...new Set(types)] }),
    ...(one.format === undefined && other.format !== undefined ? { format: other.format } : {}),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    required,
  }
}

function typeOf(node: Node): FieldType {
  const types = (Array.isArray(node.type) ? node.type : [node.type]).filter(
    (type) => typeof type === 'string' && type !== 'null',
  )
  if (types.length > 1) {
    if (types.every((type) => type === 'integer' || type === 'number')) return 'number'
    if (types.some((type) => type === 'object' || type === 'array')) return 'json'
    return 'string'
  }
  const [type] = types
  if (type === 'object' || (type === undefined && isNode(node.properties))) return 'object'
  if (type === 'array' || (type === undefined && node.items !== undefined)) return 'array'
  if (type === 'string') return node.format === 'date-time' ? 'timestamp' : node.format === 'date' ? 'date' : 'string'
  if (type === 'integer') return node.format === 'unix-time' || node.format === 'timestamp' ? 'timestamp' : 'integer'
  if (type === 'number' || type === 'boolean') return type
  if (Array.isArray(node.enum) && node.enum.length > 0)
    return node.enum.every((value) => typeof value === 'string') ? 'string' : 'json'
  return type === undefined ? 'json' : 'string'
}

function logicalOf(node: Node, type: FieldType): LogicalType {
  const map: Record<FieldType, LogicalType> = {
    string: node.format === 'binary' || node.format === 'byte' ? 'BINARY' : 'STRING',
    integer: node.format === 'int32' ? 'INT' : 'LONG',
    number: node.format === 'float' ? 'FLOAT' : node.format === 'decimal' ? 'BIGDECIMAL' : 'DOUBLE',
    boolean: 'BOOLEAN',
    timestamp: 'INSTANT',
    date: 'LOCALDATE',
    object: 'JSON',
    array: 'JSON',
    json: 'JSON',
    null: 'STRING',
  }
  return map[type]
}

function samplesOf(node: Node): string[] {
  const examples = [node.example, ...(Array.isArray(node.examples) ? node.examples : [])]
  return examples.filter((value) => ['string', 'number', 'boolean'].includes(typeof value)).map(String)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function requireNode(value: unknown, path: string): Node {
  if (isNode(value)) return value
  throw new MappingInputError(`${path}: must be an object`)
}
