import { readSourceType } from '@/lib/control-loop/snapshot/domain/source-type'
import {
  type ForeignKey,
  fieldName,
  type InferredField,
  type InferredTable,
  MappingInputError,
} from '../inferred-table'
import { findCursors } from '../keys/find-cursors'
import { findForeignKeys } from '../keys/find-foreign-keys'
import { rankKeys } from '../keys/rank-keys'
import { fieldTypeOf } from '../records/field-profile'
import { SqlCursor } from './sql-cursor'
import { tokeniseSql } from './tokenise-sql'

interface Draft {
  name: string
  columns: Map<string, { type: string; nullable: boolean; description: string | null; isUnique: boolean; line: number }>
  primaryKey: string[]
  uniqueKeys: string[][]
  foreignKeys: ForeignKey[]
}

/**
 * The tables of an SQL script in the dialects of Postgres, MySQL, Snowflake and their kin: columns, nullability, keys, references and comments of
 * its CREATE TABLE, ALTER TABLE … ADD, CREATE UNIQUE INDEX and COMMENT ON statements. Other statements are passed over. Refuses a script without
 * a table, and a statement that breaks off, with its line.
 */
export function parseDdl(sql: string): InferredTable[] {
  const cursor = new SqlCursor(tokeniseSql(sql))
  const drafts = new Map<string, Draft>()
  while (!cursor.isAtEnd()) {
    if (cursor.takeWord('create')) parseCreate(cursor, drafts)
    else if (cursor.takeWord('alter')) parseAlter(cursor, drafts)
    else if (cursor.takeWord('comment')) parseComment(cursor, drafts)
    cursor.skipStatement()
  }
  if (drafts.size === 0) throw new MappingInputError('line 1: no CREATE TABLE statement')
  const tables = [...drafts.values()].map(toTable)
  return tables.map((table) => ({
    ...table,
    foreignKeys: [
      ...table.foreignKeys,
      ...findForeignKeys(table, tables).filter(
        ({ columns }) => !table.foreignKeys.some((known) => known.columns.join() === columns.join()),
      ),
    ],
  }))
}

function parseCreate(cursor: SqlCursor, drafts: Map<string, Draft>): void {
  while (
    cursor.takeWord(
      'or',
      'replace',
      'temp',
      'temporary',
      'transient',
      'global',
      'local',
      'unlogged',
      'external',
      'foreign',
      'hybrid',
      'dynamic',
      'volatile',
    )
  ) {}
  const isUnique = cursor.takeWord('unique')
  if (cursor.takeWord('index')) {
    if (isUnique) parseUniqueIndex(cursor, drafts)
    return
  }
  if (!cursor.takeWord('table')) return
  while (cursor.takeWord('if', 'not', 'exists')) {}
  const line = cursor.line()
  const name = cursor.takeQualifiedName()
  if (name === null) throw new MappingInputError(`line ${line}: CREATE TABLE without a name`)
  if (!cursor.takeSign('(')) return
  const table: Draft = { name, columns: new Map(), primaryKey: [], uniqueKeys: [], foreignKeys: [] }
  do {
    if (cursor.peekSign(')')) break
    if (!parseConstraint(cursor, table)) parseColumn(cursor, table)
  } while (cursor.takeSign(','))
  if (!cursor.takeSign(')'))
    throw new MappingInputError(
      `line ${cursor.line()}: \`${name}\` is not closed: expected , or ), found ${cursor.shown()}`,
    )
  if (drafts.has(name)) throw new MappingInputError(`line ${line}: the table \`${name}\` is defined twice`)
  drafts.set(name, table)
}

function parseColumn(cursor: SqlCursor, table: Draft): void {
  const line = cursor.line()
  const name = cursor.takeName()
  if (name === null)
    throw new MappingInputError(`line ${line}: \`${table.name}\`: expected a column, found ${cursor.shown()}`)
  if (table.columns.has(name))
    throw new MappingInputError(`line ${line}: \`${table.name}\` has the column \`${name}\` twice`)
  const type = cursor.takeType()
  const column = { type, nullable: !/serial/i.test(type), description: null as string | null, isUnique: false, line }
  table.columns.set(name, column)
  // A column's options in any order, up to the comma that ends it.
  while (!cursor.isAtEnd() && !cursor.peekSign(',') && !cursor.peekSign(')') && !cursor.peekSign(';')) {
    if (cursor.takeWords('not', 'null')) column.nullable = false
    else if (cursor.takeWords('primary', 'key')) {
      table.primaryKey = [name]
      column.nullable = false
    } else if (cursor.takeWord('unique')) {
      cursor.takeWord('key')
      column.isUnique = true
      table.uniqueKeys.push([name])
    } else if (cursor.takeWord('references')) table.foreignKeys.push(...reference(cursor, [name]))
    else if (cursor.takeWord('comment')) column.description = cursor.takeText() ?? column.description
    else cursor.skipOne()
  }
}

/** True when what stands there is a constraint of the table and not a column. */
function parseConstraint(cursor: SqlCursor, table: Draft): boolean {
  const named = cursor.takeWord('constraint')
  if (named && !cursor.peekWord('primary', 'unique', 'foreign', 'check', 'exclude')) cursor.takeName()
  if (cursor.takeWords('primary', 'key')) {
    while (!cursor.isAtEnd() && !cursor.peekSign('(') && !cursor.peekSign(',')) cursor.skipOne()
    table.primaryKey = cursor.takeNames()
    for (const column of table.primaryKey) {
      const known = table.columns.get(column)
      if (known !== undefined) known.nullable = false
    }
  } else if (cursor.takeWords('foreign', 'key')) {
    if (!cursor.peekSign('(')) cursor.takeName()
    const columns = cursor.takeNames()
    if (cursor.takeWord('references')) table.foreignKeys.push(...reference(cursor, columns))
  } else if (cursor.peekWord('unique')) {
    cursor.skipOne()
    while (cursor.takeWord('key', 'index')) {}
    if (!cursor.peekSign('(')) cursor.takeName()
    const columns = cursor.takeNames()
    if (columns.length > 0) table.uniqueKeys.push(columns)
  } else if (!named && !cursor.startsConstraint()) return false
  while (!cursor.isAtEnd() && !cursor.peekSign(',') && !cursor.peekSign(')') && !cursor.peekSign(';')) cursor.skipOne()
  return true
}

function parseAlter(cursor: SqlCursor, drafts: Map<string, Draft>): void {
  if (!cursor.takeWord('table')) return
  while (cursor.takeWord('only', 'if', 'exists')) {}
  const table = drafts.get(cursor.takeQualifiedName() ?? '')
  if (table === undefined) return
  do {
    if (!cursor.takeWord('add')) {
      while (!cursor.isAtEnd() && !cursor.peekSign(',') && !cursor.peekSign(';')) cursor.skipOne()
      continue
    }
    if (parseConstraint(cursor, table)) continue
    cursor.takeWord('column')
    while (cursor.takeWord('if', 'not', 'exists')) {}
    parseColumn(cursor, table)
  } while (cursor.takeSign(','))
}

function parseComment(cursor: SqlCursor, drafts: Map<string, Draft>): void {
  if (!cursor.takeWords('on', 'column')) return
  const parts = cursor.takeParts()
  const column = drafts.get(parts.at(-2) ?? '')?.columns.get(parts.at(-1) ?? '')
  if (column !== undefined && cursor.takeWord('is')) column.description = cursor.takeText()
}

function parseUniqueIndex(cursor: SqlCursor, drafts: Map<string, Draft>): void {
  while (cursor.takeWord('concurrently', 'if', 'not', 'exists')) {}
  if (!cursor.peekWord('on')) cursor.takeQualifiedName()
  if (!cursor.takeWord('on')) return
  cursor.takeWord('only')
  const table = drafts.get(cursor.takeQualifiedName() ?? '')
  if (cursor.takeWord('using')) cursor.skipOne()
  const columns = cursor.takeNames()
  const isWhole = !cursor.peekWord('where')
  if (isWhole && columns.length > 0 && columns.every((column) => table?.columns.has(column)))
    table?.uniqueKeys.push(columns)
}

function reference(cursor: SqlCursor, columns: string[]): ForeignKey[] {
  const table = cursor.takeQualifiedName()
  if (table === null) return []
  const references = cursor.takeNames()
  return [{ columns, table, references, confidence: 1, reason: 'Declared' }]
}

function toTable(draft: Draft): InferredTable {
  const missing = draft.primaryKey.find((column) => !draft.columns.has(column))
  if (missing !== undefined)
    throw new MappingInputError(`\`${draft.name}\`: the key names \`${missing}\`, which is no column`)
  const fields = [...draft.columns].map(([name, { type, nullable, description }]): InferredField => {
    const { type: logical } = readSourceType(type)
    return {
      path: [name],
      type: logical === null ? 'string' : fieldTypeOf(logical),
      logical: logical ?? 'STRING',
      nullable: nullable && !draft.primaryKey.includes(name),
      holdsRecords: false,
      isUnique: draft.uniqueKeys.some((key) => key.length === 1 && key[0] === name) ? true : null,
      samples: [],
      description,
    }
  })
  const declared =
    draft.primaryKey.length > 0
      ? [{ columns: draft.primaryKey, confidence: 1, reasons: ['Declared as the primary key'] }]
      : []
  const unique = draft.uniqueKeys
    .filter((key) => key.join() !== draft.primaryKey.join())
    .map((columns) => {
      const isWhole = columns.every((column) => draft.columns.get(column)?.nullable === false)
      return {
        columns,
        confidence: isWhole ? 0.9 : 0.5,
        reasons: [isWhole ? 'Declared unique and never empty' : 'Declared unique, but may be empty'],
      }
    })
  const guessed =
    declared.length + unique.length > 0
      ? []
      : rankKeys({
          table: draft.name,
          rows: null,
          columns: fields.map((field) => ({ ...field, name: fieldName(field), nullable: false })),
          isUniqueTogether: () => null,
        })
  const candidates = [...declared, ...unique, ...guessed].sort((one, other) => other.confidence - one.confidence)
  const best = candidates[0]
  return {
    name: draft.name,
    parent: null,
    rows: null,
    fields,
    primaryKey: best !== undefined && best.confidence > 0.5 ? best.columns : [],
    primaryKeyCandidates: candidates,
    foreignKeys: draft.foreignKeys,
    cursors: findCursors(fields),
  }
}
