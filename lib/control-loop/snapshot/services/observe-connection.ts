import type { Connection, Destination, FivetranAccount } from '@/generated/prisma/client'
import type { FivetranPort, SchemaConfig } from '@/lib/integrations/fivetran/port'
import { engineOf } from '@/lib/integrations/warehouse/engines'
import { WarehouseError } from '@/lib/integrations/warehouse/errors'
import type { WarehouseColumn, WarehousePort } from '@/lib/integrations/warehouse/port'
import { mergeSources } from '../domain/merge-sources'
import type { SchemaTree } from '../domain/schema-tree'
import type { SourceAnswer } from '../domain/source-observation'

export type ObservedSource = {
  source: 'stored-config' | 'source-columns' | 'information-schema'
  outcome: 'read' | 'partly' | 'absent' | 'failed' | 'not-configured'
  detail: string | null
}
export type Observation = { outcome: 'observed'; tree: SchemaTree; sources: ObservedSource[] } | { outcome: 'absent' }

/** Source interactions one look may cost; the rest is carried over and asked next time. */
const tablesAskedMax = 250

export interface ObservedConnectionRow extends Connection {
  account: FivetranAccount
  destination: Destination
}

/** Which tables to ask at the source: all, or only these. */
export type SourceScope = 'all' | readonly { schema: string; table: string }[]

async function askSource(
  port: FivetranPort,
  connection: Connection,
  config: SchemaConfig,
  scope: SourceScope,
): Promise<{ answers: Record<string, Record<string, SourceAnswer>>; told: ObservedSource }> {
  const answers: Record<string, Record<string, SourceAnswer>> = Object.create(null)
  if (connection.setupState !== 'connected') {
    return {
      answers,
      told: { source: 'source-columns', outcome: 'failed', detail: 'The connection is not connected to its source.' },
    }
  }
  const known = Object.entries(config.schemas).flatMap(([schema, { tables }]) =>
    Object.entries(tables)
      .filter(([, table]) => table.supportsColumns && table.lock?.code !== 'deleted')
      .map(([table]) => ({ schema, table })),
  )
  const wanted = scope === 'all' ? known : scope
  for (const { schema, table } of wanted.slice(0, tablesAskedMax)) {
    const ofSchema = answers[schema] ?? Object.create(null)
    ofSchema[table] = await port.readSourceColumns(connection.externalId, schema, table)
    answers[schema] = ofSchema
  }
  const asked = Math.min(wanted.length, tablesAskedMax)
  return {
    answers,
    told: {
      source: 'source-columns',
      outcome: asked === known.length ? 'read' : 'partly',
      detail: `${asked} of ${known.length} tables asked`,
    },
  }
}

/** Destination schemas a connection may have written: the tree's name as it stands, with the connection's prefix, and the connection's own. */
function candidateSchemas(connection: Connection, config: SchemaConfig): string[] {
  const names = Object.values(config.schemas).map(({ destinationName }) => destinationName)
  return [...new Set([...names, ...names.map((name) => `${connection.schemaName}_${name}`), connection.schemaName])]
}

async function readTypes(
  warehouse: WarehousePort | null,
  schemas: string[],
): Promise<{ columns: WarehouseColumn[] | null; told: ObservedSource }> {
  const source = 'information-schema' as const
  if (!warehouse) {
    return {
      columns: null,
      told: { source, outcome: 'not-configured', detail: 'No warehouse is connected: types stay unknown.' },
    }
  }
  try {
    const columns = await warehouse.readInformationSchema(schemas)
    return { columns, told: { source, outcome: 'read', detail: `${columns.length} columns` } }
  } catch (error) {
    if (!(error instanceof WarehouseError)) throw error
    return { columns: null, told: { source, outcome: 'failed', detail: error.sentence } }
  }
}

/** Prefix-type connections put `<prefix>_<schema>` in the destination; which of the two names exists is seen in the warehouse itself. */
function resolveDestinationSchemas(connection: Connection, config: SchemaConfig, columns: WarehouseColumn[] | null) {
  const present = new Set(columns?.map(({ schema }) => schema.toLowerCase()))
  const resolved: Record<string, string> = Object.create(null)
  for (const [name, { destinationName }] of Object.entries(config.schemas)) {
    const prefixed = `${connection.schemaName}_${destinationName}`
    if (!destinationName.startsWith(connection.schemaName) && present.has(prefixed.toLowerCase()))
      resolved[name] = prefixed
  }
  return resolved
}

/**
 * Looks at one connection through its three sources and makes one tree of them. `absent` when there is no schema config yet. A source that
 * fails is named and what it told before is carried over; only the stored config must answer.
 */
export async function observeConnection(
  connection: ObservedConnectionRow,
  port: FivetranPort,
  warehouse: WarehousePort | null,
  previous: SchemaTree | null,
  scope: SourceScope,
): Promise<Observation> {
  const config = await port.readSchemaConfig(connection.externalId)
  if (config === 'absent') return { outcome: 'absent' }
  const source = await askSource(port, connection, config, scope)
  const types = await readTypes(warehouse, candidateSchemas(connection, config))
  const tree = mergeSources({
    config,
    sourceColumns: source.answers,
    warehouse: types.columns,
    destinationSchemas: resolveDestinationSchemas(connection, config, types.columns),
    // Types only count where a warehouse answered; any engine's spelling will do when none can.
    engine: engineOf(connection.destination.service) ?? 'postgres',
    previous,
  })
  return {
    outcome: 'observed',
    tree,
    sources: [{ source: 'stored-config', outcome: 'read', detail: null }, source.told, types.told],
  }
}
