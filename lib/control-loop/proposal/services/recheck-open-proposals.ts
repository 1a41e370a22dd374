import type { Connection, Proposal } from '@/generated/prisma/client'
import { compareBeforeStates } from '@/lib/control-loop/apply/domain/compare-before-states'
import { extractBeforeState } from '@/lib/control-loop/apply/domain/extract-before-state'
import { hashBeforeState } from '@/lib/control-loop/apply/domain/hash-plan'
import { judgeStep } from '@/lib/control-loop/apply/domain/judge-step'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { parseRevision } from './parse-revision'

/** Why an open proposal has no more ground: its changes are gone, or what it wants is already so. */
type Ground = { outcome: 'holds' } | { outcome: 'moved' } | { outcome: 'returned' } | { outcome: 'gone'; why: string }

/**
 * Looks at every proposal that waits in a connection after a fresh snapshot. One whose ground moved goes stale and loses its approvals, with the
 * difference kept; one whose changes disappeared or whose wish came true by itself is superseded; one whose ground came back waits again.
 */
export async function recheckOpenProposals(
  ctx: ServiceContext,
  connection: Connection,
  tree: SchemaTree,
): Promise<void> {
  const open = await db.proposal.findMany({
    where: { connectionId: connection.id, state: { in: ['proposed', 'in_review', 'approved', 'stale'] } },
  })
  for (const proposal of open) await recheck(ctx, connection, tree, proposal)
}

async function judgeGround(connection: Connection, tree: SchemaTree, proposal: Proposal): Promise<Ground> {
  const revision = parseRevision(
    await db.proposalRevision.findUniqueOrThrow({
      where: { proposalId_revision: { proposalId: proposal.id, revision: proposal.revision } },
    }),
  )
  const links = await db.proposalChange.findMany({ where: { proposalId: proposal.id }, include: { change: true } })
  if (links.length > 0 && links.every(({ change }) => change.state !== 'open')) {
    return { outcome: 'gone', why: 'The change it answers is no longer there.' }
  }
  const live = extractBeforeState(revision.actions, tree, connection.paused)
  if (hashBeforeState(live) === revision.beforeHash)
    return proposal.state === 'stale' ? { outcome: 'returned' } : { outcome: 'holds' }
  const outside = revision.plan.filter(({ applyPath }) => applyPath === 'fivetran-api')
  if (outside.length > 0 && outside.every((step) => judgeStep(step, live).outcome === 'already-so')) {
    return { outcome: 'gone', why: 'It is already so in Fivetran.' }
  }
  return compareBeforeStates(revision.before, live, revision.plan).length > 0
    ? { outcome: 'moved' }
    : { outcome: 'holds' }
}

async function recheck(
  ctx: ServiceContext,
  connection: Connection,
  tree: SchemaTree,
  proposal: Proposal,
): Promise<void> {
  const ground = await judgeGround(connection, tree, proposal)
  if (ground.outcome === 'holds' || (ground.outcome === 'moved' && proposal.state === 'stale')) return
  await transact(async (tx) => {
    const next = { moved: 'stale', returned: 'in_review', gone: 'superseded' } as const
    const { count } = await tx.proposal.updateMany({
      // Only if nobody moved it meanwhile: a run that started goes its own way.
      where: { id: proposal.id, state: proposal.state, revision: proposal.revision },
      data: { state: next[ground.outcome as 'moved' | 'returned' | 'gone'] },
    })
    if (count === 0) return
    if (ground.outcome !== 'returned') {
      await tx.review.updateMany({
        where: { proposalId: proposal.id, decision: 'approve', voidedAt: null, usedAt: null },
        data: {
          voidedAt: ctx.now(),
          voidReason: ground.outcome === 'gone' ? ground.why : 'The live state moved after the review.',
        },
      })
    }
    await recordAuditEvent(tx, ctx, {
      action:
        ground.outcome === 'gone'
          ? 'proposal.superseded'
          : ground.outcome === 'moved'
            ? 'proposal.went-stale'
            : 'proposal.submitted',
      objectType: 'proposal',
      objectId: proposal.id,
      objectLabel: `P-${proposal.number}`,
      detail: {
        why:
          ground.outcome === 'gone'
            ? ground.why
            : ground.outcome === 'moved'
              ? 'live state moved'
              : 'live state is as reviewed again',
        connectionId: connection.id,
      },
    })
  })
}
