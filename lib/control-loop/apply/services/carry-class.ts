import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'

export interface Rename {
  connectionId: string
  schema: string
  table: string
  from: string
  to: string
}

/**
 * Gives a renamed column the class that a person decided for its old name. What only recognisers said is not carried: they judge the new name by
 * itself. A decision made about the new name already stands.
 */
export async function carryClass(tx: Tx, ctx: ServiceContext, rename: Rename): Promise<void> {
  const { connectionId, schema, table, from, to } = rename
  const at = (column: string) => ({ connectionId_schema_table_column: { connectionId, schema, table, column } })
  const [old, present] = await Promise.all([
    tx.columnClass.findUnique({ where: at(from) }),
    tx.columnClass.findUnique({ where: at(to) }),
  ])
  if (!old?.decidedBy || present?.decidedBy) return
  const decision = {
    dataClass: old.dataClass,
    sensitive: old.sensitive,
    decidedBy: old.decidedBy,
    decidedAt: old.decidedAt ?? ctx.now(),
  }
  await tx.columnClass.upsert({
    where: at(to),
    create: { connectionId, schema, table, column: to, evidence: [], ...decision },
    update: decision,
  })
}
