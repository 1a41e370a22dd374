import { describeActions } from '@/lib/control-loop/proposal/domain/describe-actions'
import { fromDbState, toDbState } from '@/lib/control-loop/proposal/domain/proposal-state'
import { parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { openProposalStates } from '@/lib/control-loop/stages'
import { db } from '@/lib/platform/db/client'
import type { ConnectionSchema } from '../contract'
import { formatPath } from '../domain/schema-tree'

/** The open proposals of a connection beside the objects they are about, due first. */
export async function listGhostProposals(connectionId: string): Promise<ConnectionSchema['proposals']> {
  const rows = await db.proposal.findMany({
    where: { connectionId, state: { in: openProposalStates.map(toDbState) } },
    include: { revisions: { orderBy: { revision: 'desc' } } },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
  })
  return rows.map((row) => {
    const stored = row.revisions.find(({ revision }) => revision === row.revision)
    if (!stored) throw new Error(`P-${row.number} has no revision ${row.revision}`)
    const revision = parseRevision(stored)
    const about = { schema: row.schema ?? undefined, table: row.table ?? undefined, column: row.column ?? undefined }
    const { verb, path } = describeActions(revision.actions, formatPath(about))
    return {
      id: row.id,
      number: row.number,
      schema: row.schema,
      table: row.table,
      column: row.column,
      title: path === '' ? verb : `${verb} ${path}`,
      risk: revision.risk,
      state: fromDbState(row.state),
      dueAt: row.dueAt?.toISOString() ?? null,
    }
  })
}
