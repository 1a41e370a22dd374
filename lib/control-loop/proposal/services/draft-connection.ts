import type { Destination } from '@/generated/prisma/client'
import { findNameHolder } from '@/lib/control-loop/connection/services/find-name-holder'
import { readPolicy } from '@/lib/control-loop/policy/services/read-policy'
import { openProposalStates } from '@/lib/control-loop/stages'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import type { Action, CreateConnection, Preset } from '../domain/action'
import { connectionName } from '../domain/connector-types'
import type { Evidence } from '../domain/evidence'
import { toDbState } from '../domain/proposal-state'
import { buildRevision, revisionRow } from './build-revision'
import { gatherSignals } from './gather-signals'
import { requireFeasible } from './require-feasible'

export interface DraftConnectionInput {
  destinationId: string
  connection: Pick<CreateConnection, 'service' | 'name' | 'part' | 'address'>
  presets: Preset[]
  rationale: string
  evidence: Evidence[]
  /** What the recognisers say of the columns, by formatted path. A sensitive one that is set to land in plain text makes the risk high. */
  classes: ReadonlyMap<string, { dataClass: string; sensitive: boolean }>
}

/**
 * A person proposes a connection that does not exist: it gets a planned row, which becomes the connection when its create step is committed, and from
 * here on takes the way of every proposal. Refuses a name that is taken in the destination, or that another open proposal plans.
 */
export async function draftConnection(
  ctx: ServiceContext,
  input: DraftConnectionInput,
): Promise<{ id: string; number: number }> {
  requirePermission(ctx.actor, 'proposals.write')
  const destination = await db.destination.findUnique({ where: { id: input.destinationId } })
  if (!destination) throw new NotFoundError('There is no such destination.')
  const create: CreateConnection = {
    kind: 'create-connection',
    groupId: destination.externalId,
    destination: destination.name,
    ...input.connection,
    paused: true,
  }
  const actions: Action[] = [create, ...input.presets]
  const policy = await readPolicy()
  return transact(async (tx) => {
    await refuseTakenName(tx, destination, connectionName(create))
    const connection = await planConnection(tx, destination, create)
    const gathered = await gatherSignals(connection.id, actions, tx)
    const classes = [...input.classes]
    const built = buildRevision(
      {
        actions,
        rationale: input.rationale,
        evidence: input.evidence,
        drafters: [{ source: 'person', name: ctx.actor.name, part: 'all' }],
        authorKind: 'person',
        editorUserId: ctx.actor.userId,
        fallbackPath: connection.schemaName,
        impact: [],
      },
      {
        tree: null,
        paused: true,
        connectionExternalId: null,
        policy,
        signals: {
          ...gathered.signals,
          sensitivePaths: new Set(classes.filter(([, { sensitive }]) => sensitive).map(([path]) => path)),
          surroundings: {
            ...gathered.signals.surroundings,
            dataClasses: classes.map(([, { dataClass }]) => dataClass),
          },
        },
        signalsComplete: gathered.signalsComplete,
      },
    )
    requireFeasible(built)
    const proposal = await tx.proposal.create({
      data: {
        connectionId: connection.id,
        state: 'in_review',
        risk: built.risk.risk,
        authorKind: 'person',
        authorUserId: ctx.actor.userId,
        dueAt: new Date(ctx.now().getTime() + policy.policy[built.risk.risk].dueHours * 3_600_000),
        correlationId: ctx.correlationId,
      },
    })
    await tx.proposalRevision.create({ data: revisionRow(proposal.id, 1, built) })
    await recordAuditEvent(tx, ctx, {
      action: 'proposal.drafted',
      objectType: 'proposal',
      objectId: proposal.id,
      objectLabel: `P-${proposal.number}`,
      detail: {
        path: connection.schemaName,
        risk: built.risk.risk,
        planHash: built.planHash,
        actions: [create.kind],
        settings: input.presets.length,
      },
    })
    return { id: proposal.id, number: proposal.number }
  })
}

async function refuseTakenName(tx: Tx, destination: Destination, schemaName: string): Promise<void> {
  // Two people staging one name queue up behind the destination's row.
  await tx.$queryRaw`SELECT id FROM destination WHERE id = ${destination.id}::uuid FOR UPDATE`
  const taken = await findNameHolder({ destinationId: destination.id, schemaName }, tx)
  if (taken) {
    throw new ConflictError(
      `${destination.name} has a connection ${schemaName} already. Choose another name.`,
      { connectionId: taken.id },
      'name-taken',
    )
  }
  const planned = await tx.proposal.findFirst({
    where: {
      state: { in: openProposalStates.map(toDbState) },
      connection: { externalId: null, destinationId: destination.id, schemaName },
    },
    select: { id: true, number: true },
  })
  if (planned) {
    throw new ConflictError(
      `P-${planned.number} is about to create ${schemaName} in ${destination.name} already.`,
      { proposalId: planned.id },
      'name-planned',
    )
  }
}

/** The row that stands for a connection nobody has made yet. It has no id of the service, so nothing lists, counts or reads it. */
async function planConnection(tx: Tx, destination: Destination, create: CreateConnection) {
  return tx.connection.create({
    data: {
      accountId: destination.accountId,
      destinationId: destination.id,
      externalId: null,
      service: create.service,
      schemaName: connectionName(create),
      paused: true,
      scheduleKind: 'auto',
      setupState: 'incomplete',
      syncState: 'paused',
      isDelayed: false,
      isHistoricalSync: true,
    },
  })
}
