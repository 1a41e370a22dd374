import { type NewAuditEvent, recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { InvalidInputError, NotFoundError } from '@/lib/platform/http/app-error'
import type { EditConnectionRequest } from '../contract'

/** Sets who answers for a connection and how old its data may be. Headgate's own facts only: nothing in Fivetran moves. */
export async function editConnection(
  ctx: ServiceContext,
  connectionId: string,
  input: EditConnectionRequest,
): Promise<void> {
  const before = await db.connection.findUnique({
    where: { id: connectionId },
    select: { schemaName: true, freshnessTargetMinutes: true, owner: { select: { id: true, name: true } } },
  })
  if (!before) throw new NotFoundError('There is no such connection.')
  requirePermission(ctx.actor, 'connections.write')
  const owner = input.ownerId ? await requireOwner(input.ownerId) : null
  const about = { objectType: 'connection', objectId: connectionId, objectLabel: before.schemaName }
  const events: NewAuditEvent[] = []
  if (input.ownerId !== undefined && input.ownerId !== (before.owner?.id ?? null)) {
    events.push({
      action: 'connection.owner-changed',
      ...about,
      detail: { before: before.owner?.name ?? null, after: owner?.name ?? null },
    })
  }
  const target = input.freshnessTargetMinutes
  if (target !== undefined && target !== before.freshnessTargetMinutes) {
    events.push({
      action: 'connection.updated',
      ...about,
      detail: { field: 'freshnessTargetMinutes', before: before.freshnessTargetMinutes, after: target },
    })
  }
  if (events.length === 0) return
  await transact(async (tx) => {
    await tx.connection.update({
      where: { id: connectionId },
      data: {
        ...(input.ownerId !== undefined && { ownerId: input.ownerId }),
        ...(target !== undefined && { freshnessTargetMinutes: target }),
      },
    })
    await recordAuditEvents(tx, ctx, events)
  })
}

async function requireOwner(ownerId: string): Promise<{ name: string }> {
  const owner = await db.user.findUnique({ where: { id: ownerId }, select: { name: true, disabledAt: true } })
  if (owner && owner.disabledAt === null) return owner
  throw new InvalidInputError('The owner must be a person who can sign in.', [
    { path: 'ownerId', message: 'is not such a person' },
  ])
}
