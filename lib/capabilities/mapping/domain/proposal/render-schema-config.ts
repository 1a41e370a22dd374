import type { MappingProposal } from './mapping-proposal'

const syncModes = { 'soft-delete': 'SOFT_DELETE', history: 'HISTORY', live: 'LIVE' } as const

/** The proposal as the body that changes a connection's schema config: names of the destination as keys, everything said outright. */
export function renderSchemaConfig({ schema, tables }: MappingProposal): unknown {
  return {
    schema_change_handling: 'ALLOW_COLUMNS',
    schemas: Object.fromEntries([
      [
        schema,
        {
          enabled: true,
          tables: Object.fromEntries(
            tables.map((table) => [
              table.name,
              {
                enabled: table.enabled,
                sync_mode: syncModes[table.syncMode],
                columns: Object.fromEntries(
                  table.columns.map(({ source, name, enabled, hashed }) => [
                    name,
                    { enabled, hashed, is_primary_key: table.key.includes(source) },
                  ]),
                ),
              },
            ]),
          ),
        },
      ],
    ]),
  }
}
