import type { Action } from '@/lib/control-loop/proposal/domain/action'
import type { ConnectionSchema } from '@/lib/control-loop/snapshot/contract'
import { objectKey } from './object-key'

/**
 * The open changes a draft answers: those of exactly the objects it names, and only where no proposal answers them yet (a change has at
 * most one open answer).
 */
export function answeredChanges(
  actions: readonly Action[],
  schema: Pick<ConnectionSchema, 'openChanges' | 'proposals'>,
): string[] {
  const named = new Set(actions.map((action) => objectKey(pathOf(action))))
  const taken = new Set(
    schema.proposals.map(({ schema: name, table, column }) =>
      objectKey({ schema: name ?? undefined, table: table ?? undefined, column: column ?? undefined }),
    ),
  )
  return schema.openChanges.flatMap(({ id, change }) => {
    const key = objectKey(change.path)
    return named.has(key) && !taken.has(key) ? [id] : []
  })
}

function pathOf(action: Action) {
  return {
    schema: 'schema' in action ? action.schema : undefined,
    table: 'table' in action ? action.table : undefined,
    column: 'column' in action ? action.column : undefined,
  }
}
