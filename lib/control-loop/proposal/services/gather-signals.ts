import type { Prisma } from '@/generated/prisma/client'
import { changeSchema } from '@/lib/control-loop/diff/domain/change'
import type { Surroundings } from '@/lib/control-loop/policy/domain/derive-facts'
import type { RiskSignals } from '@/lib/control-loop/policy/domain/derive-risk'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type Db, db, type Tx } from '@/lib/platform/db/client'
import type { Action } from '../domain/action'

/** What risk looks at, and where the proposal stands: what a policy judges beside the actions. */
export interface PolicySignals extends RiskSignals {
  surroundings: Surroundings
}

/** What risk and policy need to know about the objects of these actions, from what is stored: data classes, owner, open changes and their severity. */
export async function gatherSignals(
  connectionId: string,
  actions: readonly Action[],
  from: Db | Tx = db,
): Promise<{ signals: PolicySignals; signalsComplete: boolean }> {
  const connection = await from.connection.findUniqueOrThrow({
    where: { id: connectionId },
    select: { service: true, ownerId: true },
  })
  const changeIds = actions.flatMap((action) => (action.kind === 'accept-changes' ? action.changeIds : []))
  const changes = await from.change.findMany({
    where: { connectionId, OR: [{ id: { in: changeIds } }, ...actions.flatMap(openChangesAbout)] },
  })
  const accepted = changes.filter(({ id }) => changeIds.includes(id))
  const columns = actions.flatMap((action) => ('column' in action ? [action] : []))
  const classes = await from.columnClass.findMany({
    where: { connectionId, OR: columns.map(({ schema, table, column }) => ({ schema, table, column })) },
  })
  const pathOf = ({ schema, table, column }: (typeof classes)[number]) => formatPath({ schema, table, column })
  const judged = new Set(classes.map(pathOf))
  // Letting a column in without anybody having judged it is the one place where a missing class must not read as harmless.
  const unjudged = actions.some(
    (action) =>
      action.kind === 'set-column-enabled' &&
      action.enabled &&
      !judged.has(formatPath({ schema: action.schema, table: action.table, column: action.column })),
  )
  return {
    signals: {
      sensitivePaths: new Set(classes.filter(({ sensitive }) => sensitive).map(pathOf)),
      severityOfChange: new Map(
        accepted.map(({ id, severity }) => [id, severity as 'safe' | 'dangerous' | 'breaking']),
      ),
      kindOfChange: new Map(accepted.map(({ id, kind }) => [id, kind])),
      requiredPaths: findRequired(changes),
      surroundings: {
        connectionId,
        ...connection,
        changeKinds: changes.map(({ kind }) => kind),
        dataClasses: classes.map(({ dataClass }) => dataClass ?? 'none'),
      },
    },
    signalsComplete: !unjudged && accepted.length === new Set(changeIds).size,
  }
}

/** Open changes about what an action touches; a new table's columns are its own change's. */
function openChangesAbout(action: Action): Prisma.ChangeWhereInput[] {
  if (!('schema' in action)) return []
  const table = 'table' in action ? action.table : null
  const column = 'column' in action ? action.column : action.kind === 'confirm-rename' ? action.to : null
  const exact = { state: 'open' as const, schema: action.schema, table, column }
  return column === null ? [exact] : [exact, { ...exact, column: null, kind: 'table-added' }]
}

/** New columns that the source never leaves empty. */
function findRequired(changes: readonly { kind: string; details: unknown }[]): Set<string> {
  const required = new Set<string>()
  for (const { kind, details } of changes) {
    if (kind !== 'column-added') continue
    const change = changeSchema.parse(details)
    if (change.kind === 'column-added' && change.revision.nullable === false) required.add(formatPath(change.path))
  }
  return required
}
