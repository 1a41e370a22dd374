import type { Proposal } from '@/generated/prisma/client'
import type { Accepted } from '@/lib/control-loop/connection/contract'
import { fromDbState, toDbState } from '@/lib/control-loop/proposal/domain/proposal-state'
import { canMoveProposal, openProposalStates } from '@/lib/control-loop/stages'
import { type NewAuditEvent, recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import { ConflictError, InvalidInputError, NotFoundError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { DecideRenameRequest } from '../contract'
import { recordChangesJob } from '../jobs'

/**
 * Keeps what a person says of a suspected rename, so that it is asked once. Proposals that answer the pair the other way lose their ground: one for
 * both halves when they are two columns, one for a single half when they are one. The changes are then recorded again with the decision, which drafts
 * what fits it. Approves nothing. Refuses while such a proposal is being applied.
 */
export async function decideRename(ctx: ServiceContext, input: DecideRenameRequest): Promise<Accepted> {
  const { connectionId, same, ...pair } = input
  const connection = await db.connection.findUnique({
    where: { id: connectionId },
    select: { schemaName: true, latestSnapshotId: true },
  })
  if (!connection) throw new NotFoundError('There is no such connection.')
  requirePermission(ctx.actor, 'proposals.write')
  if (pair.from === pair.to) throw new InvalidInputError('A column is always itself: give two names.')
  await transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connectionId}::uuid FOR UPDATE`
    const decision = { same, decidedBy: ctx.actor.name, decidedAt: ctx.now() }
    await tx.renameDecision.upsert({
      where: { connectionId_schema_table_from_to: { connectionId, ...pair } },
      create: { connectionId, ...pair, ...decision },
      update: decision,
    })
    const superseded = await supersede(tx, ctx, await findContrary(tx, input), same)
    await recordAuditEvents(tx, ctx, [
      {
        action: same ? 'rename.confirmed' : 'rename.denied',
        objectType: 'connection',
        objectId: connectionId,
        objectLabel: `${connection.schemaName} ${pair.schema}.${pair.table}`,
        detail: { from: pair.from, to: pair.to },
      },
      ...superseded,
    ])
    if (!connection.latestSnapshotId) return
    await enqueueJob(tx, recordChangesJob, {
      connectionId,
      snapshotId: connection.latestSnapshotId,
      correlationId: ctx.correlationId,
    })
  })
  return { accepted: true, correlationId: ctx.correlationId }
}

/** Open proposals that treat the pair as what it is not: both halves in one, or each half in its own. */
async function findContrary(tx: Tx, { connectionId, schema, table, from, to, same }: DecideRenameRequest) {
  const halves = await tx.change.findMany({
    where: {
      connectionId,
      schema,
      table,
      state: 'open',
      OR: [
        { kind: 'column-removed', column: from },
        { kind: 'column-added', column: to },
      ],
    },
    select: {
      proposals: {
        where: { proposal: { state: { in: openProposalStates.map(toDbState) } } },
        select: { proposal: true },
      },
    },
  })
  if (halves.length < 2) return []
  const answers = halves.flatMap(({ proposals }) => proposals.map(({ proposal }) => proposal))
  const found = new Map<string, { proposal: Proposal; halves: number }>()
  for (const proposal of answers) {
    found.set(proposal.id, { proposal, halves: (found.get(proposal.id)?.halves ?? 0) + 1 })
  }
  return [...found.values()]
    .filter(({ halves }) => (same ? halves === 1 : halves === 2))
    .map(({ proposal }) => proposal)
}

async function supersede(
  tx: Tx,
  ctx: ServiceContext,
  proposals: readonly Proposal[],
  same: boolean,
): Promise<NewAuditEvent[]> {
  const why = same ? 'A person said the two columns are one.' : 'A person said the two columns are not one.'
  const events: NewAuditEvent[] = []
  for (const proposal of proposals) {
    const isMovable = canMoveProposal(fromDbState(proposal.state), 'superseded')
    const { count } = isMovable
      ? // Only if nobody moved it meanwhile: a run that started goes its own way.
        await tx.proposal.updateMany({
          where: { id: proposal.id, state: proposal.state, revision: proposal.revision },
          data: { state: 'superseded' },
        })
      : { count: 0 }
    if (count === 0) {
      throw new ConflictError(`P-${proposal.number} is being applied and treats them the other way. Wait for its end.`)
    }
    await tx.review.updateMany({
      where: { proposalId: proposal.id, decision: 'approve', voidedAt: null, usedAt: null },
      data: { voidedAt: ctx.now(), voidReason: why },
    })
    events.push({
      action: 'proposal.superseded',
      objectType: 'proposal',
      objectId: proposal.id,
      objectLabel: `P-${proposal.number}`,
      detail: { why },
    })
  }
  return events
}
