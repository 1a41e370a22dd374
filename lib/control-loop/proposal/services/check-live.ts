import type { Connection as ConnectionRow, Proposal } from '@/generated/prisma/client'
import { compareBeforeStates } from '@/lib/control-loop/apply/domain/compare-before-states'
import { extractBeforeState } from '@/lib/control-loop/apply/domain/extract-before-state'
import type { StateDifference } from '@/lib/control-loop/apply/domain/plan-step'
import { deriveHealth } from '@/lib/control-loop/connection/domain/derive-health'
import { listHolds } from '@/lib/control-loop/policy/services/list-holds'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { db } from '@/lib/platform/db/client'
import type { Gate, ProposalDetail } from '../contract'
import { findCreate } from '../domain/action'
import { checkPlannedLive } from './check-planned-live'
import type { ParsedRevision } from './parse-revision'

type Connection = Omit<ConnectionRow, 'baseline'>

export interface LiveCheck {
  tree: SchemaTree | null
  readAt: Date
  snapshot: ProposalDetail['snapshot']
  difference: StateDifference[] | null
  gates: Gate[]
  impact: ProposalDetail['impact']
  takesEffect: string
}

const decided = ['verified', 'rejected', 'superseded', 'expired', 'applied', 'applying']

/**
 * The gates in front of a decision, from what was last read of Fivetran. The page calls no vendor: the age of the reading is shown, and the apply
 * reads again before it sends anything.
 */
export async function checkLive(
  proposal: Proposal & { connection: Connection },
  revision: ParsedRevision,
  now: Date,
): Promise<LiveCheck> {
  const { connection } = proposal
  const create = findCreate(revision.actions)
  if (create) return checkPlannedLive(connection, revision, create)
  const snapshotRow = connection.latestSnapshotId
    ? await db.snapshot.findUnique({
        where: { id: connection.latestSnapshotId },
        select: { number: true, takenAt: true },
      })
    : null
  const tree = connection.latestSnapshotId ? await loadTree(connection.latestSnapshotId) : null
  const isOpen = !decided.includes(proposal.state)
  const live = tree && isOpen ? extractBeforeState(revision.actions, tree, connection.paused) : null
  const difference = live ? compareBeforeStates(revision.before, live, revision.plan) : []
  const others = await db.proposal.findMany({
    where: {
      id: { not: proposal.id },
      connectionId: connection.id,
      schema: proposal.schema,
      table: proposal.table,
      column: proposal.column,
      state: { in: ['in_review', 'approved', 'applying'] },
    },
    select: { number: true },
  })
  const health = healthOf(connection, now)
  return {
    tree,
    readAt: connection.refreshedAt ?? snapshotRow?.takenAt ?? revision.createdAt,
    snapshot: snapshotRow ? { number: snapshotRow.number, takenAt: snapshotRow.takenAt.toISOString() } : null,
    difference: difference.length > 0 ? difference : null,
    gates: [
      ...gatesOf(revision, connection, { difference, others, health }),
      ...(await listHolds(proposal, revision, now)),
    ],
    impact: impactOf(revision, tree, health, connection),
    takesEffect: effectOf(revision),
  }
}

function healthOf(connection: Connection, now: Date) {
  return deriveHealth({ ...connection, tasks: [], removed: connection.removedAt !== null, applyingRun: null }, now)
}

function gatesOf(
  revision: ParsedRevision,
  connection: Connection,
  facts: { difference: StateDifference[]; others: { number: number }[]; health: ReturnType<typeof deriveHealth> },
): Gate[] {
  const infeasible = revision.feasibility.filter(({ feasible }) => !feasible)
  const syncing = connection.syncState === 'syncing'
  const blocked = facts.health.health === 'broken' || facts.health.health === 'removed'
  return [
    {
      gate: 'live-state',
      passed: facts.difference.length === 0,
      sentence:
        facts.difference.length === 0
          ? 'Live state as reviewed'
          : `${facts.difference.length} fields moved in Fivetran since`,
      clearedBy: facts.difference.length === 0 ? null : 'Re-plan it on the live state, or reject it.',
    },
    {
      gate: 'policy',
      passed: revision.verdict.decision !== 'block',
      sentence: `Policy version ${revision.policyVersion}: ${revision.verdict.reason}`,
      clearedBy:
        revision.verdict.decision !== 'block'
          ? null
          : infeasible.length > 0
            ? 'Edit the actions that cannot be done.'
            : 'Reject it, or an admin changes the policy.',
    },
    {
      gate: 'feasibility',
      passed: infeasible.length === 0,
      sentence: infeasible[0]?.reason ?? 'Every action is possible.',
      clearedBy: infeasible.length > 0 ? 'Edit or reject it.' : null,
    },
    {
      gate: 'connection',
      passed: !blocked,
      sentence: blocked
        ? (facts.health.detail ?? 'The connection is broken.')
        : syncing
          ? 'A sync runs now; the apply waits for its end.'
          : connection.paused
            ? 'The connection is paused; settings can still be changed.'
            : 'No sync is running.',
      clearedBy: blocked ? 'Reconnect it in Fivetran.' : null,
    },
    {
      gate: 'order',
      passed: facts.others.length === 0,
      sentence:
        facts.others.length === 0
          ? 'Nothing else waits for the same object.'
          : `P-${facts.others.map(({ number }) => number).join(', P-')} is about the same object.`,
      clearedBy: facts.others.length === 0 ? null : 'Decide one; the other is checked again.',
    },
  ]
}

function impactOf(
  revision: ParsedRevision,
  tree: SchemaTree | null,
  health: ReturnType<typeof deriveHealth>,
  connection: Connection,
): ProposalDetail['impact'] {
  const sends = revision.plan.filter(({ request }) => request !== null).length
  const tables = new Set(revision.before.objects.map(({ path }) => path.split('.').slice(0, 2).join('.')))
  const objects = Math.max(revision.before.objects.length, 1)
  const tableCount = Math.max(tables.size, 1)
  const next = connection.paused ? 'paused' : (health.nextSyncAt?.toISOString() ?? null)
  return [
    { label: objects === 1 ? 'object' : 'objects', value: String(objects) },
    { label: tableCount === 1 ? 'table' : 'tables', value: tree ? String(tableCount) : null },
    { label: sends === 1 ? 'request to Fivetran' : 'requests to Fivetran', value: String(sends) },
    { label: 'next sync', value: next },
  ]
}

function effectOf(revision: ParsedRevision): string {
  if (revision.plan.every(({ applyPath }) => applyPath === 'catalog')) {
    return 'Approving starts nothing. Applying moves the baseline at once; nothing outside Headgate changes.'
  }
  return 'Approving starts nothing. Applying sends it to Fivetran; rows follow with the next sync.'
}
