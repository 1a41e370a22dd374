import { z } from 'zod'
import { changeSchema, severities } from '@/lib/control-loop/diff/domain/change'
import { evidenceSchema } from '@/lib/control-loop/proposal/domain/evidence'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { ConnectionSchema } from '../contract'
import { formatPath } from '../domain/schema-tree'
import { listGhostProposals } from './list-ghost-proposals'
import { loadTree } from './load-tree'
import { readSnapshot } from './read-snapshot'

/** A connection's schema as last seen, with what is open about its objects: changes, proposals, and the classes of its columns. */
export async function readConnectionSchema(connectionId: string): Promise<ConnectionSchema> {
  const connection = await db.connection.findUnique({
    where: { id: connectionId },
    select: { latestSnapshotId: true, refreshProblem: true },
  })
  if (!connection) throw new NotFoundError('There is no such connection.')
  const latest = connection.latestSnapshotId
  const [snapshot, tree, openChanges, proposals, classes] = await Promise.all([
    latest === null ? null : readSnapshot(latest),
    latest === null ? null : loadTree(latest),
    listOpenChanges(connectionId),
    listGhostProposals(connectionId),
    readClasses(connectionId),
  ])
  const problem = connection.refreshProblem ?? (tree ? null : 'Headgate has not read this connection yet.')
  return { snapshot, tree, problem, openChanges, proposals, classes }
}

async function listOpenChanges(connectionId: string): Promise<ConnectionSchema['openChanges']> {
  const rows = await db.change.findMany({
    where: { connectionId, state: 'open' },
    orderBy: [{ schema: 'asc' }, { table: 'asc' }, { column: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    change: changeSchema.parse(row.details),
    severity: z.enum(severities).parse(row.severity),
    detectedAt: row.detectedAt.toISOString(),
  }))
}

async function readClasses(connectionId: string): Promise<ConnectionSchema['classes']> {
  const rows = await db.columnClass.findMany({ where: { connectionId, dataClass: { not: null } } })
  return Object.fromEntries(
    rows.map(({ schema, table, column, dataClass, recognisedClass, decidedAt, evidence }) => {
      // What recognisers counted for another class measures nothing of the one a person decided.
      const isRecognised = decidedAt === null || recognisedClass === dataClass
      const counted = isRecognised ? evidenceSchema.array().parse(evidence) : []
      const measure = counted.find(({ verdict, measure }) => verdict === 'for' && measure !== null)?.measure ?? null
      return [formatPath({ schema, table, column }), { class: dataClass ?? '', measure }]
    }),
  )
}
