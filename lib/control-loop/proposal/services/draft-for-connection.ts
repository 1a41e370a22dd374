import type { Change as ChangeRow, Prisma } from '@/generated/prisma/client'
import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { changeSchema, renameSuggestionSchema } from '@/lib/control-loop/diff/domain/change'
import type { Policy } from '@/lib/control-loop/policy/domain/policy'
import { fulfilObligations } from '@/lib/control-loop/policy/services/fulfil-obligations'
import { readPolicy } from '@/lib/control-loop/policy/services/read-policy'
import { startIfAutomatic } from '@/lib/control-loop/policy/services/start-if-automatic'
import { passesOver, readExclusions } from '@/lib/control-loop/review/services/find-draft-exclusion'
import { loadTree, parseBaseline } from '@/lib/control-loop/snapshot/services/load-tree'
import { openProposalStates } from '@/lib/control-loop/stages'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import type { Classification, Draft, KnownChange } from '../domain/draft'
import { draftProposals } from '../domain/draft-proposals'
import { toDbState } from '../domain/proposal-state'
import { type BuiltRevision, buildRevision, revisionRow } from './build-revision'
import type { Classifier } from './classifier'
import { gatherSignals } from './gather-signals'
import { type ModelDrafter, type RedraftContext, redraft } from './model-drafter'
import { recheckOpenProposals } from './recheck-open-proposals'

export interface DraftingTools {
  classifier: Classifier
  /** Absent: no language model is configured, rules draft alone. */
  modelDrafter: ModelDrafter | null
}

/** One run of drafting asks a model no longer than this: its job has a lease, and what is open must not wait for a slow one. */
const modelSecondsMax = 150

const outOfTime: ModelDrafter = {
  draft: async () => ({
    outcome: 'none',
    why: 'busy',
    reason: `the model had ${modelSecondsMax} seconds for these changes and they were over`,
  }),
  recordFed: async () => {},
}

/** Columns whose class decides what is proposed: new ones, and all of a new table. */
function columnsToJudge(changes: readonly KnownChange[]): { schema: string; table: string; column: string }[] {
  return changes.flatMap(({ change }) => {
    if (change.kind === 'column-added') return [change.path]
    if (change.kind !== 'table-added') return []
    return Object.keys(change.revision.columns).map((column) => ({ ...change.path, column }))
  })
}

async function findUnanswered(connectionId: string): Promise<ChangeRow[]> {
  return db.change.findMany({
    where: {
      connectionId,
      state: 'open',
      // A rejected proposal is an answer too: the person said no, and is not asked again for the same fact.
      proposals: { none: { proposal: { state: { in: [...openProposalStates, 'rejected' as const].map(toDbState) } } } },
    },
    orderBy: [{ schema: 'asc' }, { table: 'asc' }, { column: 'asc' }, { kind: 'asc' }],
  })
}

/**
 * Answers what is open in a connection: looks again at the proposals that wait (their ground may have moved), then drafts one response for every
 * change that nothing answers. Rules draft; a model may redraft; both pass the same checker, policy and gates.
 */
export async function draftForConnection(
  ctx: ServiceContext,
  connectionId: string,
  tools: DraftingTools,
): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({ where: { id: connectionId } })
  const baseline = parseBaseline(connection.baseline)
  if (!baseline || !connection.latestSnapshotId) return
  const tree = await loadTree(connection.latestSnapshotId)
  await recheckOpenProposals(ctx, connection, tree)

  const rows = await findUnanswered(connectionId)
  if (rows.length === 0) return
  const changes = rows.map(
    (row): KnownChange => ({
      id: row.id,
      change: changeSchema.parse(row.details),
      severity: row.severity as KnownChange['severity'],
      origin: row.origin as KnownChange['origin'],
    }),
  )
  const classifications: ReadonlyMap<string, Classification> = await tools.classifier.classify(
    connectionId,
    columnsToJudge(changes),
  )
  const latest = await db.changeSet.findFirst({ where: { connectionId }, orderBy: { detectedAt: 'desc' } })
  const renames = renameSuggestionSchema.array().parse(latest?.renames ?? [])
  const drafts = draftProposals({ changes, baseline, tree, renames, classifications })
  const policy = await readPolicy()
  const exclusions = await readExclusions(connection.service)
  const context = { connection, tree, classifications, correlationId: ctx.correlationId }
  const askUntil = ctx.now().getTime() + modelSecondsMax * 1_000
  for (const draft of drafts) {
    const answered = changes.filter(({ id }) => draft.changeIds.includes(id))
    const about = rows.find(({ id }) => id === draft.changeIds.at(-1))
    const actionKinds = [...new Set(draft.actions.map(({ kind }) => kind))]
    const object = { ...placeOf(about), connectionId, service: connection.service, actionKinds }
    if (await passesOver(ctx, exclusions, object, draft.changeIds)) continue
    const model = ctx.now().getTime() < askUntil ? tools.modelDrafter : tools.modelDrafter && outOfTime
    await propose(ctx, context, policy, draft, answered, model)
  }
}

function placeOf(row: ChangeRow | undefined) {
  return { schema: row?.schema ?? null, table: row?.table ?? null, column: row?.column ?? null }
}

async function propose(
  ctx: ServiceContext,
  context: RedraftContext,
  policy: { version: number; policy: Policy },
  draft: Draft,
  answered: readonly KnownChange[],
  modelDrafter: ModelDrafter | null,
): Promise<void> {
  const { connection, tree } = context
  const drafted = await redraft(draft, answered, context, modelDrafter)
  const { signals, signalsComplete } = await gatherSignals(connection.id, drafted.actions)
  const built = buildRevision(
    { ...drafted, editorUserId: null, fallbackPath: draft.path, impact: [] },
    {
      tree,
      paused: connection.paused,
      connectionExternalId: externalIdOf(connection),
      policy,
      signals,
      signalsComplete,
    },
  )
  await transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connection.id}::uuid FOR UPDATE`
    const rows = await tx.change.findMany({
      where: { id: { in: draft.changeIds } },
      include: { proposals: { include: { proposal: true } } },
    })
    const isOpen = rows.every(
      (row) =>
        row.state === 'open' &&
        !row.proposals.some(({ proposal }) => openProposalStates.map(toDbState).includes(proposal.state)),
    )
    if (!isOpen || rows.length !== draft.changeIds.length) return
    // A draft names the object it is about last: of a rename, the new column.
    const about = rows.find(({ id }) => id === draft.changeIds.at(-1))
    const proposal = await tx.proposal.create({
      data: {
        connectionId: connection.id,
        state: 'in_review',
        risk: built.risk.risk,
        schema: about?.schema ?? null,
        table: about?.table ?? null,
        column: about?.column ?? null,
        authorKind: drafted.authorKind,
        dueAt: new Date(ctx.now().getTime() + policy.policy[built.risk.risk].dueHours * 3_600_000),
        correlationId: ctx.correlationId,
        changes: { create: draft.changeIds.map((changeId) => ({ changeId })) },
      },
    })
    await tx.proposalRevision.create({ data: revisionRow(proposal.id, 1, built) })
    const callId = drafted.drafting?.model?.callId
    if (callId) await modelDrafter?.recordFed(tx, callId, proposal.id)
    await recordAuditEvent(tx, ctx, {
      action: 'proposal.drafted',
      objectType: 'proposal',
      objectId: proposal.id,
      objectLabel: `P-${proposal.number}`,
      detail: draftDetail(draft, built),
    })
    await startIfAutomatic(tx, ctx, { proposal, revision: 1, built })
    await fulfilObligations(tx, ctx, { cause: proposal, verdict: built.verdict, connection, tree })
  })
}

function draftDetail(draft: Draft, built: BuiltRevision): Prisma.InputJsonObject {
  return {
    ruleId: draft.ruleId,
    path: draft.path,
    risk: built.risk.risk,
    verdict: built.verdict.decision,
    planHash: built.planHash,
    actions: built.actions.map(({ kind }) => kind),
  }
}
