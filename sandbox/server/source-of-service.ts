import { type Source, type SourceTable, sourceTableSchema } from '@/sandbox/source/source-model'
import type { World } from '@/sandbox/state/world'

/**
 * Takes a service; gives what a new connection of it finds at its source: the same as the scenario's first connection of that
 * service did at the start, or two small tables where the scenario has none.
 */
export function sourceOfService(world: World, service: string): Source {
  const known = world.scenario.connections.find((connection) => connection.service === service)
  if (known) return known.source.map(({ name, tables }) => ({ name, tables: tables.map(withoutKeys) }))
  const tables = [
    {
      name: 'item',
      rows: 25,
      primaryKey: ['id'],
      columns: [
        { name: 'id', type: 'LONG', generator: { kind: 'id' } },
        { name: 'name', type: 'STRING', generator: { kind: 'product' } },
        { name: 'updated_at', type: 'INSTANT', mutable: true, generator: { kind: 'modified', from: '2025-01-01' } },
      ],
    },
    {
      name: 'item_event',
      rows: 40,
      primaryKey: ['id'],
      columns: [
        { name: 'id', type: 'LONG', generator: { kind: 'id' } },
        { name: 'item_id', type: 'LONG', generator: { kind: 'ref', table: 'item', column: 'id' } },
        { name: 'kind', type: 'STRING', generator: { kind: 'enum', values: ['viewed', 'changed', 'removed'] } },
      ],
    },
  ]
  return [{ name: service, tables: tables.map((table) => sourceTableSchema.parse(table)) }]
}

/** Keys seed the values: another connection has other rows. */
function withoutKeys(table: SourceTable): SourceTable {
  return { ...table, key: '', columns: table.columns.map((column) => ({ ...column, key: '' })) }
}
