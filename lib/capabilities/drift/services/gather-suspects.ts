import { z } from 'zod'
import { type Action, actionSchema } from '@/lib/control-loop/proposal/domain/action'
import { findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import type { Tx } from '@/lib/platform/db/client'
import type { SuspectChange } from '../domain/incident/drift-finding'
import { suspectWindowMs } from '../domain/incident/rank-suspects'

/** A change that may be the cause, with what people call it and where it is looked at. */
export interface NamedSuspect {
  change: SuspectChange
  label: string
  title: string
  href: string
}

const stepSchema = z.object({ title: z.string(), actions: z.array(actionSchema) })
const rowsMax = 200

/**
 * Everything done to a connection in the two weeks before an instant that may have moved its rows: steps of apply runs that were done, re-syncs among
 * them, and changes of the schema that were seen. Moves of a baseline move no rows and are left out.
 */
export async function gatherSuspects(tx: Tx, connectionId: string, now: Date): Promise<NamedSuspect[]> {
  const since = new Date(now.getTime() - 2 * suspectWindowMs)
  const connection = await tx.connection.findUniqueOrThrow({ where: { id: connectionId } })
  const tree = connection.latestSnapshotId === null ? null : await loadTree(connection.latestSnapshotId, tx)
  const steps = await tx.applyStep.findMany({
    where: { run: { connectionId }, state: 'done', doneAt: { gte: since } },
    include: { run: { select: { id: true, number: true } } },
    orderBy: { doneAt: 'desc' },
    take: rowsMax,
  })
  const applied = steps.flatMap((row) => {
    const step = stepSchema.parse(row.step)
    const atMs = row.doneAt?.getTime() ?? 0
    return step.actions.filter(movesRows).map(
      (action, at): NamedSuspect => ({
        change: {
          changeId: `run ${row.run.id} ${row.index} ${at}`,
          kind: action.kind === 'resync-table' ? 'resync' : 'applied-change',
          connectionId,
          ...placeOf(action, tree),
          atMs,
        },
        label: `R-${row.run.number}`,
        title: step.title,
        href: `/apply-runs/${row.run.id}`,
      }),
    )
  })
  const changes = await tx.change.findMany({
    where: { connectionId, detectedAt: { gte: since } },
    orderBy: { detectedAt: 'desc' },
    take: rowsMax,
  })
  const seen = changes.map(
    (change): NamedSuspect => ({
      change: {
        changeId: `change ${change.id}`,
        kind: 'schema-change',
        connectionId,
        schema: change.schema,
        table: change.table,
        column: destinationName(tree, change.schema, change.table, change.column),
        atMs: change.detectedAt.getTime(),
      },
      label: change.kind.replaceAll('-', ' '),
      title: [change.schema, change.table, change.column].filter(Boolean).join('.'),
      href: `/changes/${change.id}`,
    }),
  )
  return [...applied, ...seen]
}

function movesRows({ kind }: Action): boolean {
  return !['move-baseline', 'accept-changes', 'confirm-rename'].includes(kind)
}

function placeOf(action: Action, tree: SchemaTree | null) {
  const schema = 'schema' in action ? action.schema : null
  const table = 'table' in action ? action.table : null
  const column = 'column' in action ? action.column : null
  return { schema, table, column: destinationName(tree, schema, table, column) }
}

/** Measurements know columns by the destination's names, changes by the source's. */
function destinationName(
  tree: SchemaTree | null,
  schema: string | null,
  table: string | null,
  column: string | null,
): string | null {
  if (tree === null || schema === null || table === null || column === null) return column
  const columns = findTable(tree, { schema, table })?.columns ?? {}
  return Object.hasOwn(columns, column) ? (columns[column]?.destinationName ?? column) : column
}
