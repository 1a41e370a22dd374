import type { z } from 'zod'
import type { Snapshot } from '@/generated/prisma/client'
import type { Change } from '@/lib/control-loop/diff/domain/change'
import { changeKey } from '@/lib/control-loop/diff/domain/change-key'
import { deriveSeverity } from '@/lib/control-loop/diff/domain/derive-severity'
import { describeChange } from '@/lib/control-loop/diff/domain/describe-change'
import { diffTrees } from '@/lib/control-loop/diff/domain/diff-trees'
import { learnUnknowns } from '@/lib/control-loop/diff/domain/learn-unknowns'
import { severityContextOf } from '@/lib/control-loop/diff/domain/severity-context'
import { readRenameSuggestions } from '@/lib/control-loop/diff/services/read-rename-suggestions'
import { db } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import type { Comparison, comparisonQuerySchema } from '../contract'
import { countSame } from '../domain/count-same'
import { diffSnapshots, type TreeDifference } from './diff-snapshots'
import { type ChangeAnswer, findChangeAnswers } from './find-change-answers'
import { loadTree, parseBaseline } from './load-tree'
import { summariseSnapshots } from './summarise-snapshots'

/**
 * What differs between two snapshots of a connection. `base` may be `baseline`: what people agreed to, every accepted change folded in, and not only
 * the snapshot it began with. `revision` may be `latest`; only then do changes carry the stored change and the proposals that answer it.
 */
export async function compareSnapshots(
  connectionId: string,
  query: z.output<typeof comparisonQuerySchema>,
): Promise<Comparison> {
  const connection = await db.connection.findUnique({
    where: { id: connectionId },
    select: { baselineSnapshotId: true, latestSnapshotId: true },
  })
  if (!connection) throw new NotFoundError('There is no such connection.')
  const isBaseline = query.base === 'baseline'
  const [base, revision] = await Promise.all([
    requireSnapshot(connectionId, isBaseline ? connection.baselineSnapshotId : query.base),
    requireSnapshot(connectionId, query.revision === 'latest' ? connection.latestSnapshotId : query.revision),
  ])
  const difference = isBaseline ? await diffBaseline(connectionId, revision) : await diffSnapshots(base, revision)
  const isLatest = revision.id === connection.latestSnapshotId
  const [summaries, answers, renames] = await Promise.all([
    summariseSnapshots([base, revision], connection.baselineSnapshotId),
    isLatest ? findChangeAnswers(connectionId) : new Map<string, ChangeAnswer>(),
    readRenameSuggestions(connectionId, difference.changes, revision.id),
  ])
  const [baseSummary, revisionSummary] = summaries
  if (!baseSummary || !revisionSummary) throw new NotFoundError('There is no such snapshot.')
  return {
    base: baseSummary,
    revision: revisionSummary,
    changes: difference.changes.map((change) => judge(change, difference, answers)),
    renames,
    same: countSame(difference.changes, revision),
  }
}

async function requireSnapshot(connectionId: string, snapshotId: string | null): Promise<Snapshot> {
  if (snapshotId === null) throw new ConflictError('There is no snapshot of this connection yet.')
  // A word that is no id names no snapshot; the database would refuse to compare it with one.
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(snapshotId)
  const snapshot = isId ? await db.snapshot.findFirst({ where: { id: snapshotId, connectionId } }) : null
  if (!snapshot) throw new NotFoundError('There is no such snapshot of this connection.')
  return snapshot
}

async function diffBaseline(connectionId: string, revisionRow: Snapshot): Promise<TreeDifference> {
  const { baseline } = await db.connection.findUniqueOrThrow({
    where: { id: connectionId },
    select: { baseline: true },
  })
  const known = parseBaseline(baseline)
  if (!known) throw new ConflictError('Nothing is agreed to for this connection yet.')
  const revision = await loadTree(revisionRow.id)
  const base = learnUnknowns(known, revision)
  return { changes: diffTrees(base, revision), base, revision }
}

function judge(
  change: Change,
  { base, revision }: TreeDifference,
  answers: ReadonlyMap<string, ChangeAnswer>,
): Comparison['changes'][number] {
  const { severity, reason } = deriveSeverity(change, severityContextOf(change, base, revision))
  const answer = answers.get(changeKey(change))
  return {
    change,
    ...describeChange(change),
    severity,
    reason,
    changeId: answer?.changeId ?? null,
    proposals: answer?.proposals ?? [],
  }
}
