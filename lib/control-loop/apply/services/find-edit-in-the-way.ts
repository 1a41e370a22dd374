import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Tx } from '@/lib/platform/db/client'
import { findUnansweredEdit } from '../domain/find-unanswered-edit'

/**
 * Says in a sentence which edit made in Fivetran nobody has answered stands in the way of a plan; null when none does. Asked at every start, and at the claim of a run
 * that has done nothing yet: what was approved before the edit was seen must not run over it.
 */
export async function findEditInTheWay(
  tx: Tx,
  plan: { connectionId: string; proposalId: string; actions: readonly Action[] },
): Promise<string | null> {
  const edits = await tx.change.findMany({
    where: { connectionId: plan.connectionId, state: 'open', origin: 'outside' },
    select: { id: true, kind: true, schema: true, table: true, column: true },
  })
  if (edits.length === 0) return null
  const links = await tx.proposalChange.findMany({ where: { proposalId: plan.proposalId } })
  const edit = findUnansweredEdit(plan.actions, edits, new Set(links.map(({ changeId }) => changeId)))
  if (!edit) return null
  const { schema, table, column } = edit
  const path = formatPath({ schema: schema ?? undefined, table: table ?? undefined, column: column ?? undefined })
  const what = path === '' ? 'How new things are handled' : `\`${path}\``
  return `${what} was changed in Fivetran, and nobody has answered that yet. Adopt it or set it back first.`
}
