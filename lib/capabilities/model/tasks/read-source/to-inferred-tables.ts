import {
  fieldName,
  type InferredField,
  type InferredTable,
  MappingInputError,
} from '@/lib/capabilities/mapping/domain/inferred-table'
import { findCursors } from '@/lib/capabilities/mapping/domain/keys/find-cursors'
import { findForeignKeys } from '@/lib/capabilities/mapping/domain/keys/find-foreign-keys'
import { rankKeys } from '@/lib/capabilities/mapping/domain/keys/rank-keys'
import { shownText } from '@/lib/capabilities/model/domain/shown-text'
import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { ReadSourceOutput } from './output'

type SourceTable = ReadSourceOutput['tables'][number]

const logicalOf: Record<SourceTable['fields'][number]['type'], LogicalType> = {
  string: 'STRING',
  integer: 'LONG',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  timestamp: 'INSTANT',
  date: 'LOCALDATE',
  object: 'JSON',
  array: 'JSON',
  json: 'JSON',
}
const saidByModel = 'A model read it in the document'

/** What cannot be mapped in an answer, in sentences for the repair turn; empty: all of it can. `text` is what was read. Pure. */
export function checkSource({ tables }: ReadSourceOutput, text: string): string[] {
  const problems: string[] = []
  if (tables.length === 0) problems.push('There is no table.')
  const names = new Set<string>()
  for (const table of tables) {
    if (table.name.trim() === '' || names.has(table.name)) problems.push(`Two tables are called \`${table.name}\`.`)
    names.add(table.name)
    const fields = new Set(table.fields.map(({ name }) => name))
    if (fields.size === 0) problems.push(`\`${table.name}\` has no field.`)
    if (fields.size < table.fields.length) problems.push(`\`${table.name}\` has two fields of one name.`)
    for (const name of fields) if (!isInText(name, text)) problems.push(`\`${table.name}.${name}\` is not in the text.`)
    for (const name of [...table.key, ...(table.cursor === '' ? [] : [table.cursor])])
      if (!fields.has(name)) problems.push(`\`${table.name}\` has no field \`${name}\`, which its key or cursor names.`)
  }
  return problems
}

/** Every part of a dotted name must stand somewhere in what was read. */
function isInText(name: string, text: string): boolean {
  return name !== '' && name.split('.').every((part) => part !== '' && text.includes(part))
}

/**
 * What of an answer stands in the text: fields that do not, doubles, tables without a field, and keys and cursors that name nothing are left out. Texts are
 * made fit to show. Pure.
 */
export function keepRead({ tables }: ReadSourceOutput, text: string): ReadSourceOutput {
  const seen = new Set<string>()
  return {
    tables: tables.flatMap((table): SourceTable[] => {
      const byName = new Map(
        table.fields.filter(({ name }) => isInText(name, text)).map((field) => [field.name, field] as const),
      )
      if (byName.size === 0 || table.name.trim() === '' || seen.has(table.name)) return []
      seen.add(table.name)
      const key = [...new Set(table.key)]
      return [
        {
          ...table,
          fields: [...byName.values()].map((field) => ({ ...field, description: shownText(field.description, 300) })),
          key: key.every((name) => byName.has(name)) ? key : [],
          cursor: byName.has(table.cursor) ? table.cursor : '',
        },
      ]
    }),
  }
}

/** The tables of what was read, as the mapping capability knows them, so that its own rules map them. Throws MappingInputError without a table. Pure. */
export function toInferredTables({ tables }: ReadSourceOutput): InferredTable[] {
  if (tables.length === 0) throw new MappingInputError('no table of the document could be told')
  const read = tables.map((table) =>
    toTable(
      table,
      table.fields.map((field) => toField(field, table.key)),
    ),
  )
  return read.map((table) => ({ ...table, foreignKeys: findForeignKeys(table, read) }))
}

function toField({ name, type, nullable, description }: SourceTable['fields'][number], key: string[]): InferredField {
  return {
    path: name.split('.'),
    type,
    logical: logicalOf[type],
    nullable: nullable && !key.includes(name),
    holdsRecords: false,
    isUnique: key.length === 1 && key[0] === name ? true : null,
    samples: [],
    description: description === '' ? null : description,
  }
}

function toTable(table: SourceTable, fields: InferredField[]): InferredTable {
  const { key } = table
  const isTold = key.length > 0
  const ranked = rankKeys({
    table: table.name,
    rows: null,
    columns: fields.map((field) => ({ ...field, name: fieldName(field), nullable: false, isUnique: null })),
    isUniqueTogether: () => null,
  })
  const said = isTold ? [{ columns: key, confidence: 0.8, reasons: [saidByModel] }] : []
  const candidates = [...said, ...ranked.filter(({ columns }) => !isTold || columns.join() !== key.join())]
  const cursors = findCursors(fields.map((field) => ({ ...field, nullable: false })))
  const cursor = table.cursor === '' ? [] : [{ column: table.cursor, confidence: 0.8, reason: saidByModel }]
  return {
    name: table.name,
    parent: null,
    rows: null,
    fields,
    primaryKey: isTold ? key : (candidates[0]?.confidence ?? 0) >= 0.5 ? (candidates[0]?.columns ?? []) : [],
    primaryKeyCandidates: candidates,
    foreignKeys: [],
    cursors: [...cursor, ...cursors.filter(({ column }) => column !== table.cursor)],
  }
}
