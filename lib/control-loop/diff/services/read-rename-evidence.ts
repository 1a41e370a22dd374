import type { Destination } from '@/generated/prisma/client'
import { openWarehouse } from '@/lib/control-loop/connection/services/open-warehouse'
import type { ColumnState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isWidening } from '@/lib/control-loop/snapshot/domain/type-lattice'
import { WarehouseError } from '@/lib/integrations/warehouse/errors'
import type { WarehousePort, WarehouseTable } from '@/lib/integrations/warehouse/port'
import { log } from '@/lib/platform/telemetry/log'
import { compareNames } from '../domain/renames/name-similarity'
import type { PairName, RenameContext } from '../domain/renames/rename-context'
import { tokeniseName } from '../domain/renames/tokenise-name'

/** A dropped and an added column of one table, with where that table lies in the destination. */
export interface RenamePair extends PairName {
  base: ColumnState
  revision: ColumnState
  place: WarehouseTable
}
export type RenameEvidence = Required<Pick<RenameContext, 'valueEvidence' | 'nullOnset'>>

/** Pairs whose rows are read for one change set: three statements each, on somebody else's warehouse. */
const pairsReadMax = 20
/** Newest rows compared: enough to tell, little to read. */
const rowsComparedMax = 1_000
/** Share of rows that may hold neither column when one ends where the other starts. */
const onsetTolerance = 0.02

/**
 * What the rows of the destination say about pairs: how often both columns hold the same value, and whether one ends where the other starts.
 * Reads only pairs whose columns both lie there in types that could agree, the likeliest names first. A refusal of the warehouse ends the
 * reading and leaves what was read until then.
 */
export async function readRenameEvidence(
  destination: Destination,
  pairs: readonly RenamePair[],
): Promise<RenameEvidence> {
  const valueEvidence: RenameEvidence['valueEvidence'][number][] = []
  const nullOnset: RenameEvidence['nullOnset'][number][] = []
  const evidence = { valueEvidence, nullOnset }
  const readable = pairs.filter(canCompare).sort((one, other) => likeness(other) - likeness(one))
  if (readable.length === 0) return evidence
  let warehouse: WarehousePort | null = null
  try {
    warehouse = await openWarehouse(destination)
    if (!warehouse) return evidence
    for (const pair of readable.slice(0, pairsReadMax)) {
      const { values, coincides } = await readPair(warehouse, pair)
      const name = { schema: pair.schema, table: pair.table, from: pair.from, to: pair.to }
      valueEvidence.push({ ...name, ...values })
      if (coincides !== null) nullOnset.push({ ...name, coincides })
    }
  } catch (error) {
    if (!(error instanceof WarehouseError)) throw error
    log.warn({ event: 'rename.values-not-read', destinationId: destination.id, err: error })
  } finally {
    await warehouse?.close()
  }
  return evidence
}

/** Unknown types, and one hashed beside one plain column, can never agree: reading them would be evidence against nothing. */
function canCompare({ base, revision }: RenamePair): boolean {
  if (base.type === null || revision.type === null || base.hashed !== revision.hashed || !revision.enabled) return false
  return base.type === revision.type || isWidening(base.type, revision.type) || isWidening(revision.type, base.type)
}

const likeness = ({ from, to }: RenamePair) => compareNames(tokeniseName(from), tokeniseName(to)).score

async function readPair(
  warehouse: WarehousePort,
  pair: RenamePair,
): Promise<{ values: { compared: number; equal: number }; coincides: true | null }> {
  const [one, other] = [pair.base.destinationName, pair.revision.destinationName]
  const values = await warehouse.countEqualValues(pair.place, one, other, rowsComparedMax)
  if (values.compared > 0) return { values, coincides: null }
  const { rows, nulls } = await warehouse.countNulls(pair.place, [one, other])
  const filled = [rows - (nulls[one] ?? rows), rows - (nulls[other] ?? rows)] as const
  // No row holds both, and together they hold all rows: one ends where the other starts. Anything less says nothing.
  const isSplit = filled[0] > 0 && filled[1] > 0 && rows - filled[0] - filled[1] <= rows * onsetTolerance
  return { values, coincides: isSplit ? true : null }
}
