import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { fulfilObligations } from '@/lib/control-loop/policy/services/fulfil-obligations'
import { readPolicy } from '@/lib/control-loop/policy/services/read-policy'
import { findColumn, findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import { formatPath, type SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { openProposalStates } from '@/lib/control-loop/stages'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import type { Action } from '../domain/action'
import { toDbState } from '../domain/proposal-state'
import { buildRevision, revisionRow } from './build-revision'
import { gatherSignals } from './gather-signals'

interface ColumnPath {
  schema: string
  table: string
  column: string
}

const ruleId = 'decided-sensitive'

/**
 * Proposes to hash a column that a person decided is sensitive and that lands in plain text. Nothing is proposed where that is not so (any more), where
 * it cannot be done, where something open is about the column already, or while its arrival is an open change: that is answered by drafting.
 */
export async function draftHashing(ctx: ServiceContext, connectionId: string, path: ColumnPath): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({ where: { id: connectionId } })
  if (!connection.latestSnapshotId) return
  const tree = await loadTree(connection.latestSnapshotId)
  const actions: Action[] = [{ kind: 'set-column-hashed', ...path, hashed: true }]
  if (!landsPlain(tree, path)) return
  const policy = await readPolicy()
  await transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connectionId}::uuid FOR UPDATE`
    const judged = await tx.columnClass.findUnique({
      where: { connectionId_schema_table_column: { connectionId, ...path } },
    })
    if (!judged?.sensitive || judged.decidedBy === null || (await isAnswered(tx, connectionId, path))) return
    const { signals, signalsComplete } = await gatherSignals(connectionId, actions, tx)
    const built = buildRevision(
      {
        actions,
        rationale: `${judged.decidedBy} decided what this column holds: ${judged.dataClass?.replaceAll('-', ' ')}. It syncs in plain text. Hashed, it still joins and counts.`,
        evidence: [
          { verdict: 'for', text: `${judged.decidedBy} decided it`, measure: null },
          { verdict: 'against', text: 'Values that synced before are in the destination in plain text', measure: null },
        ],
        drafters: [{ source: 'rule', name: ruleId, part: 'actions and evidence' }],
        authorKind: 'rule',
        editorUserId: null,
        fallbackPath: formatPath(path),
        impact: [],
      },
      {
        tree,
        paused: connection.paused,
        connectionExternalId: externalIdOf(connection),
        policy,
        signals,
        signalsComplete,
      },
    )
    if (built.feasibility.some(({ feasible }) => !feasible)) return
    const proposal = await tx.proposal.create({
      data: {
        connectionId,
        state: 'in_review',
        risk: built.risk.risk,
        ...path,
        authorKind: 'rule',
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
      detail: { ruleId, path: formatPath(path), risk: built.risk.risk, planHash: built.planHash },
    })
    await fulfilObligations(tx, ctx, { cause: proposal, verdict: built.verdict, connection, tree })
  })
}

function landsPlain(tree: SchemaTree, path: ColumnPath): boolean {
  const column = findColumn(tree, path)
  const isOn = tree.schemas[path.schema]?.enabled === true && findTable(tree, path)?.enabled === true
  return isOn && column?.enabled === true && !column.hashed && column.inSource !== false
}

async function isAnswered(tx: Tx, connectionId: string, path: ColumnPath): Promise<boolean> {
  const { schema, table, column } = path
  const [changes, proposals] = await Promise.all([
    tx.change.count({
      where: {
        connectionId,
        state: 'open',
        schema,
        table,
        OR: [{ kind: 'column-added', column }, { kind: 'table-added' }],
      },
    }),
    tx.proposal.count({
      where: { connectionId, ...path, state: { in: openProposalStates.map(toDbState) } },
    }),
  ])
  return changes + proposals > 0
}
