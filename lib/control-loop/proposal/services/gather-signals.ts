import type { RiskSignals } from '@/lib/control-loop/policy/domain/derive-risk'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type Db, db, type Tx } from '@/lib/platform/db/client'
import type { Action } from '../domain/action'

/** What risk needs to know about the objects of these actions, from what is stored: data classes and the severity of accepted changes. */
export async function gatherSignals(
  connectionId: string,
  actions: readonly Action[],
  from: Db | Tx = db,
): Promise<{ signals: RiskSignals; signalsComplete: boolean }> {
  const changeIds = actions.flatMap((action) => (action.kind === 'accept-changes' ? action.changeIds : []))
  const changes = await from.change.findMany({ where: { id: { in: changeIds }, connectionId } })
  const severityOfChange = new Map(
    changes.map(({ id, severity }) => [id, severity as 'safe' | 'dangerous' | 'breaking']),
  )
  const columns = actions.flatMap((action) => ('column' in action ? [action] : []))
  const classes = await from.columnClass.findMany({
    where: { connectionId, OR: columns.map(({ schema, table, column }) => ({ schema, table, column })) },
  })
  const sensitivePaths = new Set(
    classes
      .filter(({ sensitive }) => sensitive)
      .map((row) => formatPath({ schema: row.schema, table: row.table, column: row.column })),
  )
  const judged = new Set(classes.map((row) => formatPath({ schema: row.schema, table: row.table, column: row.column })))
  // Letting a column in without anybody having judged it is the one place where a missing class must not read as harmless.
  const unjudged = actions.some(
    (action) =>
      action.kind === 'set-column-enabled' &&
      action.enabled &&
      !judged.has(formatPath({ schema: action.schema, table: action.table, column: action.column })),
  )
  return {
    signals: { sensitivePaths, severityOfChange },
    signalsComplete: !unjudged && changes.length === changeIds.length,
  }
}
