import { InvalidRequestError } from '../errors'
import type { ColumnEdit, ConnectionEdit, RequestDescription } from '../port'
import { describeCreateBody, describePresetBody } from './create-body'
import { describeSchemaConfigBody, toVendorColumn, toVendorTable } from './edit-body'
import { canBeSegment, encodeSegment } from './path-segment'

const unknownId = '{the new connection}'

type SchemaConfigEdit = Extract<ConnectionEdit, { kind: 'schema-config' }>

/**
 * The smallest request that expresses one edit, exactly as it will be sent: what approvers see is what the service gets.
 * Refuses an edit that changes nothing. The id of a connection that is not created yet stands as `unknownId`: the only part nobody can see before. Decides nothing about whether the edit is wise or allowed.
 */
export function describeEdit(externalId: string | null, edit: ConnectionEdit): RequestDescription {
  const connection = `/v1/connections/${externalId === null ? unknownId : encodeSegment(externalId)}`
  switch (edit.kind) {
    case 'create-connection':
      return { method: 'POST', path: '/v1/connections', body: describeCreateBody(edit) }
    case 'preset-schema-config':
      return { method: 'POST', path: `${connection}/schemas`, body: describePresetBody(edit) }
    case 'pause':
      // The service runs set-up tests on every PATCH unless told not to: slow, and a budget of its own.
      return { method: 'PATCH', path: connection, body: { paused: edit.paused, run_setup_tests: false } }
    case 'resync-tables':
      return { method: 'POST', path: `${connection}/schemas/tables/resync`, body: describeResyncBody(edit.tables) }
    case 'schema-config':
      return describeSchemaConfigEdit(`${connection}/schemas`, edit)
  }
}

function describeSchemaConfigEdit(root: string, edit: SchemaConfigEdit): RequestDescription {
  const { columns, tables, schemas, changeHandling } = edit
  if (columns.length + tables.length + schemas.length === 0 && changeHandling === undefined) throw refuseEmpty()

  const table = schemas.length === 0 && changeHandling === undefined ? findOnlyTable(edit) : null
  if (!table) return { method: 'PATCH', path: root, body: describeSchemaConfigBody(edit) }

  const tablePath = `${root}/${encodeSegment(table.schema)}/tables/${encodeSegment(table.table)}`
  const [column] = columns
  if (column && columns.length === 1 && tables.length === 0 && canBeSegment(column.column)) {
    return {
      method: 'PATCH',
      path: `${tablePath}/columns/${encodeSegment(column.column)}`,
      body: toVendorColumn(column),
    }
  }
  const body = toVendorTable(Object.assign({}, ...tables), columns)
  if (Object.keys(body).length === 0) throw refuseEmpty()
  return { method: 'PATCH', path: tablePath, body }
}

/** The one table all parts of an edit belong to, when there is one and a path can name it; otherwise the whole tree is addressed. */
function findOnlyTable({ columns, tables }: SchemaConfigEdit): { schema: string; table: string } | null {
  const parts: Pick<ColumnEdit, 'schema' | 'table'>[] = [...columns, ...tables]
  const [first] = parts
  if (!first || !canBeSegment(first.schema) || !canBeSegment(first.table)) return null
  return parts.every((part) => part.schema === first.schema && part.table === first.table) ? first : null
}

function describeResyncBody(tables: { schema: string; table: string }[]): Record<string, string[]> {
  if (tables.length === 0) throw refuseEmpty()
  const bySchema = new Map<string, Set<string>>()
  for (const { schema, table } of tables) bySchema.set(schema, (bySchema.get(schema) ?? new Set()).add(table))
  return Object.fromEntries([...bySchema].map(([schema, names]) => [schema, [...names]]))
}

function refuseEmpty(): InvalidRequestError {
  return new InvalidRequestError({}, 'This edit changes nothing.')
}
