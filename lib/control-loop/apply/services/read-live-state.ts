import type { Connection } from '@/generated/prisma/client'
import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import type { Action, CreateConnection } from '@/lib/control-loop/proposal/domain/action'
import { connectionName } from '@/lib/control-loop/proposal/domain/connector-types'
import { mergeSources } from '@/lib/control-loop/snapshot/domain/merge-sources'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { SourceAnswer } from '@/lib/control-loop/snapshot/domain/source-observation'
import type { FivetranPort } from '@/lib/integrations/fivetran/port'
import { extractBeforeState, tablesToRead } from '../domain/extract-before-state'
import type { BeforeState } from '../domain/plan-step'
import { plannedState } from '../domain/planned-state'

export interface LiveState {
  before: BeforeState
  syncing: boolean
  paused: boolean
}

/**
 * Reads the live values of everything these actions touch, afresh: status, stored config, and the columns of touched tables from the source.
 * What is not touched is carried over from the latest snapshot, so that untouched columns follow the same rules as there.
 */
export async function readLiveState(
  port: FivetranPort,
  connection: Connection,
  actions: readonly Action[],
  previous: SchemaTree | null,
): Promise<LiveState> {
  const externalId = externalIdOf(connection)
  const status = await port.readConnection(externalId)
  const config = await port.readSchemaConfig(externalId)
  if (config === 'absent') {
    const empty: SchemaTree = { changeHandling: 'allow-all', typeLocked: null, schemas: {} }
    return { before: extractBeforeState(actions, empty, status.paused), syncing: false, paused: status.paused }
  }
  const sourceColumns: Record<string, Record<string, SourceAnswer>> = Object.create(null)
  for (const { schema, table } of tablesToRead(actions)) {
    const answers = sourceColumns[schema] ?? Object.create(null)
    answers[table] = await port.readSourceColumns(externalId, schema, table)
    sourceColumns[schema] = answers
  }
  const tree = mergeSources({
    config,
    sourceColumns,
    warehouse: null,
    destinationSchemas: {},
    engine: 'postgres',
    previous,
  })
  return {
    before: extractBeforeState(actions, tree, status.paused),
    syncing: status.syncState === 'syncing',
    paused: status.paused,
  }
}

/** What stands under the name of a connection that is to be created, before anything was sent: nothing, or somebody else's. */
export async function readPlannedState(port: FivetranPort, create: CreateConnection): Promise<LiveState> {
  const found = await port.findConnection(create.groupId, connectionName(create))
  return { before: plannedState(create, found, false), syncing: false, paused: true }
}
