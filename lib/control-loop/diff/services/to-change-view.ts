import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { fromDbState } from '@/lib/control-loop/proposal/domain/proposal-state'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type ChangeView, changeViewSchema } from '../contract'
import { changeSchema, severities } from '../domain/change'
import { describeChange } from '../domain/describe-change'

/** What a view of a change is made from. */
export const changeViewInclude = {
  connection: { select: { id: true, schemaName: true, service: true } },
  proposals: {
    select: { proposal: { select: { id: true, number: true, state: true } } },
    orderBy: { proposal: { number: 'desc' } },
  },
} as const satisfies Prisma.ChangeInclude

export type ChangeWithParts = Prisma.ChangeGetPayload<{ include: typeof changeViewInclude }>

/** A stored change as the API shows it, with the proposals that answer it, latest first. */
export function toChangeView(row: ChangeWithParts): ChangeView {
  const change = changeSchema.parse(row.details)
  return {
    id: row.id,
    connection: { id: row.connection.id, name: row.connection.schemaName, service: row.connection.service },
    change,
    path: formatPath(change.path),
    ...describeChange(change),
    severity: z.enum(severities).parse(row.severity),
    severityReason: row.severityReason,
    origin: changeViewSchema.shape.origin.parse(row.origin),
    state: row.state,
    detectedAt: row.detectedAt.toISOString(),
    notBefore: row.notBefore?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: row.closedBy,
    correlationId: row.correlationId,
    proposals: row.proposals.map(({ proposal }) => ({ ...proposal, state: fromDbState(proposal.state) })),
  }
}
