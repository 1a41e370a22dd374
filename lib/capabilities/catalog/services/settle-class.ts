import { type ColumnClass, Prisma } from '@/generated/prisma/client'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import { type DataClass, isSensitive } from '../domain/data-class'

export interface ColumnRef {
  connectionId: string
  schema: string
  table: string
  column: string
}

/**
 * Writes a person's class onto a column inside the caller's transaction: it counts from now on, whatever recognisers say later. Theirs stays beside
 * it, the latest they said, so that undoing gives it back. Returns whether the column became sensitive or stopped being so.
 */
export async function settleClass(
  tx: Tx,
  ctx: ServiceContext,
  ref: ColumnRef,
  before: ColumnClass | null,
  dataClass: DataClass | null,
): Promise<{ isSensitivityMoved: boolean }> {
  const sensitive = dataClass !== null && isSensitive(dataClass)
  const decision = { dataClass, sensitive, decidedBy: ctx.actor.name, decidedAt: ctx.now() }
  await tx.columnClass.upsert({
    where: { connectionId_schema_table_column: ref },
    create: { ...ref, ...decision, evidence: [] },
    update: { ...decision, ...answeredFlip(before) },
  })
  return { isSensitivityMoved: (before?.sensitive ?? false) !== sensitive }
}

/** A flip that was waiting is answered: what the changed rules say is from now on what the rules say. */
export function answeredFlip(before: ColumnClass | null): Prisma.ColumnClassUpdateInput {
  if (before === null || before.freshEvidence === null) return {}
  return {
    recognisedClass: before.freshClass,
    evidence: before.freshEvidence,
    freshClass: null,
    freshEvidence: Prisma.DbNull,
  }
}
