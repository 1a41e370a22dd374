import type { Connection, Destination, FivetranAccount } from '@/generated/prisma/client'
import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import type { FivetranPort, SchemaConfig } from '@/lib/integrations/fivetran/port'
import { engineOf } from '@/lib/integrations/warehouse/engines'
import { WarehouseError } from '@/lib/integrations/warehouse/errors'
import type { WarehouseColumn, WarehousePort } from '@/lib/integrations/warehouse/port'
import {
  fingerprintConfig,
  fingerprintDestination,
  fingerprintLog,
  type LoggedColumn,
} from '../domain/evidence-of-table'
import { mergeSources } from '../domain/merge-sources'
import { ownEntry } from '../domain/own-entry'
import type { SchemaTree } from '../domain/schema-tree'
import type { TableEvidence } from '../domain/source-reading'
import { WarehouseIndex } from '../domain/warehouse-index'
import { askSource, keyOf, type SourceAnswers, type SourceScope } from './ask-source'
import { readLoggedColumns } from './open-log-catalogue'

export type ObservedSource = {
  source: 'stored-config' | 'source-columns' | 'information-schema'
  outcome: 'read' | 'partly' | 'absent' | 'failed' | 'not-configured'
  detail: string | null
}
export type Observation =
  | {
      outcome: 'observed'
      tree: SchemaTree
      sources: ObservedSource[]
      /** Of the tables known, those that a look to follow must ask, and how long it has to wait. */
      known: number
      rest: number
      waitSeconds: number | null
    }
  | { outcome: 'absent' }

export interface ObservedConnectionRow extends Connection {
  account: FivetranAccount
  destination: Destination
}

/** What asking the source came to, in words for people. */
function tellSource({ known, asked, failed, failure, rest }: SourceAnswers): ObservedSource {
  const source = 'source-columns' as const
  const counted = `${asked} of ${known} tables asked`
  if (failed > 0) {
    const outcome = asked === 0 ? 'failed' : 'partly'
    return { source, outcome, detail: `${counted}; ${failed} could not be. ${failure}` }
  }
  if (rest > 0) return { source, outcome: 'partly', detail: `${counted}; ${rest} follow` }
  return { source, outcome: 'read', detail: asked === known ? counted : `${counted}; the others did not move` }
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

/** What is known of each table without asking the source. */
function gatherEvidence(
  connection: Connection,
  config: SchemaConfig,
  columns: WarehouseColumn[] | null,
  destinationSchemas: Record<string, string>,
  logged: LoggedColumn[] | null,
): (schema: string, table: string) => TableEvidence {
  const index = columns && new WarehouseIndex(columns)
  const byTable = new Map<string, LoggedColumn[]>()
  for (const column of logged ?? []) {
    const key = keyOf(column.schema, column.table)
    byTable.set(key, [...(byTable.get(key) ?? []), column])
  }
  return (schema, table) => {
    const branch = ownEntry(config.schemas, schema)
    const found = ownEntry(branch?.tables, table)
    const written =
      branch && found
        ? index?.columnsOf(ownEntry(destinationSchemas, schema), branch.destinationName, found.destinationName)
        : undefined
    return {
      config: found ? fingerprintConfig(found) : 'unknown',
      destination: fingerprintDestination(written),
      log: logged && fingerprintLog(byTable.get(keyOf(schema, table))),
      syncedAt: connection.succeededAt?.toISOString() ?? null,
    }
  }
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
  const config = await port.readSchemaConfig(externalIdOf(connection))
  if (config === 'absent') return { outcome: 'absent' }
  const types = await readTypes(warehouse, candidateSchemas(connection, config))
  const destinationSchemas = resolveDestinationSchemas(connection, config, types.columns)
  const logged = await readLoggedColumns(connection, warehouse)
  const source = await askSource(port, connection, config, scope, {
    isLogFresh: logged !== null,
    of: gatherEvidence(connection, config, types.columns, destinationSchemas, logged),
  })
  const tree = mergeSources({
    config,
    sourceColumns: source.answers,
    warehouse: types.columns,
    destinationSchemas,
    // Types only count where a warehouse answered; any engine's spelling will do when none can.
    engine: engineOf(connection.destination.service) ?? 'postgres',
    previous,
  })
  return {
    outcome: 'observed',
    tree,
    sources: [{ source: 'stored-config', outcome: 'read', detail: null }, tellSource(source), types.told],
    rest: source.rest,
    waitSeconds: source.waitSeconds,
    known: source.known,
  }
}
