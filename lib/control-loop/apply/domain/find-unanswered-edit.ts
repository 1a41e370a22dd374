import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'

export interface OutsideEdit {
  id: string
  kind: string
  schema: string | null
  table: string | null
  column: string | null
}

interface ObjectPath {
  schema?: string | null
  table?: string | null
  column?: string | null
}
const pathOf = ({ schema, table, column }: ObjectPath): string =>
  formatPath({ schema: schema ?? undefined, table: table ?? undefined, column: column ?? undefined })

/**
 * The edit made outside that stands in the way of these actions: about the same object, open, and not among those the plan answers. Adopting or setting it back
 * answers it. A setting of the whole connection is met by an edit of that setting only.
 */
export function findUnansweredEdit(
  actions: readonly Action[],
  edits: readonly OutsideEdit[],
  answered: ReadonlySet<string>,
): OutsideEdit | null {
  const adopted = new Set(actions.flatMap((action) => (action.kind === 'accept-changes' ? action.changeIds : [])))
  const paths = new Set(actions.filter((action) => 'schema' in action).map((action) => pathOf(action)))
  const setsHandling = actions.some(({ kind }) => kind === 'set-change-handling')
  const isInTheWay = (edit: OutsideEdit) =>
    edit.kind === 'change-handling-changed' ? setsHandling : edit.schema !== null && paths.has(pathOf(edit))
  return edits.find((edit) => !answered.has(edit.id) && !adopted.has(edit.id) && isInTheWay(edit)) ?? null
}
