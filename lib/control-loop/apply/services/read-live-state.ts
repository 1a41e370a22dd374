import type { Connection } from '@/generated/prisma/client'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { mergeSources } from '@/lib/control-loop/snapshot/domain/merge-sources'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { SourceAnswer } from '@/lib/control-loop/snapshot/domain/source-observation'
import type { FivetranPort } from '@/lib/integrations/fivetran/port'
import { extractBeforeState, tablesToRead } from '../domain/extract-before-state'
import type { BeforeState } from '../domain/plan-step'

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
  const status = await port.readConnection(connection.externalId)
  const config = await port.readSchemaConfig(connection.externalId)
  if (config === 'absent') {
    const empty: SchemaTree = { changeHandling: 'allow-all', typeLocked: null, schemas: {} }
    return { before: extractBeforeState(actions, empty, status.paused), syncing: false, paused: status.paused }
  }
  const sourceColumns: Record<string, Record<string, SourceAnswer>> = Object.create(null)
  for (const { schema, table } of tablesToRead(actions)) {
    const answers = sourceColumns[schema] ?? Object.create(null)
    answers[table] = await port.readSourceColumns(connection.externalId, schema, table)
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
