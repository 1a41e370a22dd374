import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { ChangeDetail } from '../contract'
import { changeSchema, renameSuggestionSchema } from '../domain/change'
import { describeChange } from '../domain/describe-change'
import { judgeRenames } from './read-rename-suggestions'
import { type ChangeWithParts, changeViewInclude, toChangeView } from './to-change-view'

/** Siblings shown beside a change; the comparison shows all. */
const siblingsMax = 50

/** One change with the two snapshots it lies between, the renames it may be half of, and what else was found with it. */
export async function readChange(changeId: string): Promise<ChangeDetail> {
  const row = await db.change.findUnique({
    where: { id: changeId },
    include: { ...changeViewInclude, changeSet: true },
  })
  if (!row) throw new NotFoundError('There is no such change.')
  const { baseSnapshotId, revisionSnapshotId } = row.changeSet
  const [snapshots, renames, siblings] = await Promise.all([
    db.snapshot.findMany({
      where: { id: { in: [baseSnapshotId, revisionSnapshotId].filter((id) => id !== null) } },
      select: { id: true, number: true, takenAt: true },
    }),
    findRenames(row, row.changeSet.renames),
    findSiblings(row),
  ])
  const refOf = (snapshotId: string | null) => {
    const found = snapshots.find(({ id }) => id === snapshotId)
    return found ? { snapshotId: found.id, number: found.number, takenAt: found.takenAt.toISOString() } : null
  }
  const revision = refOf(revisionSnapshotId)
  if (!revision) throw new Error(`Change ${changeId} names a snapshot that is not stored: ${revisionSnapshotId}`)
  return {
    ...toChangeView(row),
    changeSetId: row.changeSetId,
    base: refOf(baseSnapshotId),
    revision,
    renames,
    siblings,
  }
}

/** Suspected renames of this column, as the latest comparison sees them: an older one may not know what people said since. */
async function findRenames(row: ChangeWithParts, kept: unknown): Promise<ChangeDetail['renames']> {
  const latest = await db.changeSet.findFirst({
    where: { connectionId: row.connectionId },
    orderBy: { detectedAt: 'desc' },
    select: { renames: true },
  })
  const decisions = await db.renameDecision.findMany({ where: { connectionId: row.connectionId } })
  const renames = renameSuggestionSchema.array().parse(row.state === 'open' && latest ? latest.renames : kept)
  return judgeRenames(
    renames.filter(
      ({ schema, table, from, to }) =>
        schema === row.schema && table === row.table && (from === row.column || to === row.column),
    ),
    decisions,
  )
}

async function findSiblings(row: ChangeWithParts): Promise<ChangeDetail['siblings']> {
  const rows = await db.change.findMany({
    where: { changeSetId: row.changeSetId, id: { not: row.id } },
    orderBy: [{ severity: 'asc' }, { schema: 'asc' }, { table: 'asc' }, { column: 'asc' }],
    take: siblingsMax,
  })
  return rows.map(({ id, details, severity }) => {
    const change = changeSchema.parse(details)
    return { id, path: formatPath(change.path), sentence: describeChange(change).sentence, severity }
  })
}
