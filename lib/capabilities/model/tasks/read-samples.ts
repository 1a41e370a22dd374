import { readTableState } from '@/lib/capabilities/catalog/services/read-table-state'
import { buildSampleValues, SAMPLES_MAX } from '@/lib/capabilities/model/domain/sample-values'
import { openWarehouse } from '@/lib/control-loop/connection/services/open-warehouse'
import { treeHeaderSchema } from '@/lib/control-loop/snapshot/domain/tree-header'
import { WarehouseError } from '@/lib/integrations/warehouse/errors'
import type { WarehousePort } from '@/lib/integrations/warehouse/port'
import { db } from '@/lib/platform/db/client'
import type { TablePlace } from './read-table-facts'

/** What nobody has judged yet is masked as the strictest class: it may be anything. */
const unjudged = 'credential'

/**
 * Masked values of the columns of a table for a question, by column. Nothing unless samples are switched on and somebody allowed these columns; hashed
 * columns and free text never. Worker only: it opens the warehouse. A warehouse that does not answer costs the samples, not the question.
 */
export async function readSamples(place: TablePlace): Promise<Record<string, string[]>> {
  const { connectionId, schema, table } = place
  const settings = await db.modelSettings.findFirst({ select: { samplesAllowed: true } })
  if (!settings?.samplesAllowed) return {}
  const consents = await db.modelSampleConsent.findMany({ where: { connectionId, schema, table } })
  const connection = await db.connection.findUnique({ where: { id: connectionId }, include: { destination: true } })
  const state = await readTableState(connection?.latestSnapshotId ?? null, { schema, table })
  if (consents.length === 0 || !connection?.latestSnapshotId || !state) return {}
  const snapshot = await db.snapshot.findUniqueOrThrow({ where: { id: connection.latestSnapshotId } })
  const { schemas } = treeHeaderSchema.parse(snapshot.header)
  const destinationSchema = Object.hasOwn(schemas, schema) ? schemas[schema]?.destinationName : undefined
  const shown = consents.flatMap(({ column }) => {
    const found = Object.hasOwn(state.columns, column) ? state.columns[column] : undefined
    return found && found.type !== null && !found.hashed ? [{ name: column, there: found.destinationName }] : []
  })
  if (destinationSchema === undefined || shown.length === 0) return {}
  const rows = await db.columnClass.findMany({ where: { connectionId, schema, table } })
  const classes = new Map(rows.map((row) => [row.column, row.dataClass]))
  let warehouse: WarehousePort | null = null
  try {
    warehouse = await openWarehouse(connection.destination)
    if (!warehouse) return {}
    const at = { schema: destinationSchema, table: state.destinationName }
    const values = await warehouse.sampleValues(
      at,
      shown.map(({ there }) => there),
      SAMPLES_MAX,
    )
    return buildSampleValues(
      Object.fromEntries(shown.map(({ name, there }) => [name, values[there] ?? []])),
      shown.map(({ name }) => ({
        name,
        dataClass: classes.has(name) ? (classes.get(name) ?? null) : unjudged,
        isConsented: true,
      })),
      true,
    )
  } catch (error) {
    if (error instanceof WarehouseError) return {}
    throw error
  } finally {
    await warehouse?.close()
  }
}
