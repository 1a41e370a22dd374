import { dataClassSchema, isSensitive } from '@/lib/capabilities/catalog/domain/data-class'
import { evidenceSchema } from '@/lib/control-loop/proposal/domain/evidence'
import type { SchemaState, TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { db } from '@/lib/platform/db/client'
import { InvalidInputError, NotFoundError } from '@/lib/platform/http/app-error'
import type { InferredField, InferredTable } from '../domain/inferred-table'
import { findCursors } from '../domain/keys/find-cursors'
import { findForeignKeys } from '../domain/keys/find-foreign-keys'
import { rankKeys } from '../domain/keys/rank-keys'
import type { ClassifyField } from '../domain/proposal/propose-mapping'
import { fieldTypeOf } from '../domain/records/field-profile'
import { type ClassNote, leadingReason } from './classify-field'

export interface ConnectionTables {
  name: string
  schema: string
  schemas: string[]
  snapshot: number
  state: SchemaState
  tables: InferredTable[]
  /** What counts of each column: a person's decision, else what the recognisers said. */
  classOf(table: string, column: string): ClassNote | undefined
}

/**
 * The tables of one schema of a connection as its latest snapshot has them; what is gone at the source is left out. Makes no call to anyone.
 * Refuses a connection without a snapshot, and a schema it does not have.
 */
export async function readConnectionTables(connectionId: string, wanted?: string): Promise<ConnectionTables> {
  const connection = await db.connection.findUnique({ where: { id: connectionId } })
  if (!connection) throw new NotFoundError('There is no such connection.')
  if (connection.latestSnapshotId === null)
    throw new InvalidInputError('Headgate has not read this connection yet. Refresh it, then map it.')
  const [tree, snapshot] = await Promise.all([
    loadTree(connection.latestSnapshotId),
    db.snapshot.findUniqueOrThrow({ where: { id: connection.latestSnapshotId }, select: { number: true } }),
  ])
  const schemas = Object.entries(tree.schemas)
    .filter(([, { tables }]) => Object.keys(tables).length > 0)
    .sort(([, one], [, other]) => Object.keys(other.tables).length - Object.keys(one.tables).length)
  const chosen = wanted === undefined ? schemas[0] : schemas.find(([name]) => name === wanted)
  if (chosen === undefined)
    throw new InvalidInputError(
      wanted === undefined ? 'The latest snapshot of this connection has no table.' : 'It has no such schema.',
    )
  const [schema, state] = chosen
  const rows = await db.columnClass.findMany({ where: { connectionId, schema } })
  const classes = new Map(rows.map((row) => [JSON.stringify([row.table, row.column]), row]))
  const tables = Object.entries(state.tables).map(([name, table]) => toTable(name, table))
  return {
    name: connection.schemaName,
    schema,
    schemas: schemas.map(([name]) => name),
    snapshot: snapshot.number,
    state,
    tables: tables.map((table) => ({ ...table, foreignKeys: findForeignKeys(table, tables) })),
    classOf: (table, column) => {
      const row = classes.get(JSON.stringify([table, column]))
      if (row === undefined) return undefined
      return {
        name: row.dataClass,
        confidence: null,
        evidence: evidenceSchema.array().parse(row.evidence),
        decidedBy: row.decidedBy,
      }
    },
  }
}

/** What is known of a column goes before what its name alone would say. */
export function classifyKnown(
  { classOf }: Pick<ConnectionTables, 'classOf'>,
  byRules: ClassifyField,
  keep: (table: string, column: string, note: ClassNote) => void,
): ClassifyField {
  return (field) => {
    const known = classOf(field.table, field.column)
    if (known === undefined) return byRules(field)
    keep(field.table, field.column, known)
    const name = dataClassSchema.nullable().parse(known.name)
    const said = known.decidedBy === null ? leadingReason(known.evidence) : `${known.decidedBy} decided it`
    return {
      class: name,
      sensitive: name !== null && isSensitive(name),
      secret: name === 'credential',
      reason: name === null ? null : said,
    }
  }
}

function toTable(name: string, state: TableState): InferredTable {
  const columns = Object.entries(state.columns).filter(([, { inSource }]) => inSource !== false)
  const fields = columns.map(([column, { type, nullable }]): InferredField => {
    const logical = type ?? 'STRING'
    return {
      path: [column],
      type: fieldTypeOf(logical),
      logical,
      nullable: nullable ?? true,
      holdsRecords: false,
      isUnique: null,
      samples: [],
      description: type === null ? 'The type is not known yet' : null,
    }
  })
  const declared = columns.filter(([, { primaryKey }]) => primaryKey === true).map(([column]) => column)
  const ranked = rankKeys({
    table: name,
    rows: null,
    columns: fields.map((field) => ({ ...field, name: field.path.join('.'), nullable: false })),
    isUniqueTogether: () => null,
  })
  const candidates =
    declared.length > 0 ? [{ columns: declared, confidence: 1, reasons: ['The connection says so'] }] : ranked
  return {
    name,
    parent: null,
    rows: null,
    fields,
    primaryKey: (candidates[0]?.confidence ?? 0) >= 0.5 ? (candidates[0]?.columns ?? []) : [],
    primaryKeyCandidates: candidates,
    foreignKeys: [],
    // A column that may be empty in the warehouse is not known to be empty at the source.
    cursors: findCursors(fields.map((field) => ({ ...field, nullable: false }))),
  }
}
