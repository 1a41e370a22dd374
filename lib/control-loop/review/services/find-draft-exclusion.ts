import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { describeExclusion, parseKinds } from '../domain/describe-exclusion'
import { type ExcludedObject, type Exclusion, findExclusion } from '../domain/exclusion'

export interface KnownExclusion extends Exclusion {
  sentence: string
  createdBy: string
  proposalNumber: number
}

/** What is not proposed again in this connector type, oldest first. */
export async function readExclusions(service: string): Promise<KnownExclusion[]> {
  const rows = await db.draftExclusion.findMany({ where: { service, liftedAt: null }, orderBy: { createdAt: 'asc' } })
  return rows.map((row) => ({
    ...row,
    actionKinds: parseKinds(row.actionKinds),
    sentence: describeExclusion({ ...row, connectionName: null }),
  }))
}

/**
 * Whether drafting passes an object over since a person said “not again”. The first time for each change it is kept and told in the audit; the change
 * itself stays open and visible.
 */
export async function passesOver(
  ctx: ServiceContext,
  exclusions: readonly KnownExclusion[],
  object: ExcludedObject,
  changeIds: readonly string[],
): Promise<boolean> {
  const exclusion = findExclusion(exclusions, object, ctx.now())
  if (!exclusion) return false
  await transact(async (tx) => {
    const { count } = await tx.exclusionHit.createMany({
      data: changeIds.map((changeId) => ({ exclusionId: exclusion.id, changeId, at: ctx.now() })),
      skipDuplicates: true,
    })
    if (count === 0) return
    await recordAuditEvent(tx, ctx, {
      action: 'proposal.not-drafted',
      objectType: 'draft-exclusion',
      objectId: exclusion.id,
      objectLabel: [object.schema, object.table, object.column].filter((part) => part !== null).join('.'),
      detail: {
        why: `${exclusion.createdBy} said not again, with P-${exclusion.proposalNumber}. ${exclusion.sentence}.`,
        changes: [...changeIds],
      },
    })
  })
  return true
}
