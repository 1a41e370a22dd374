import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { Person } from '../contract'
import { requirePermission } from '../require-permission'
import { toPerson } from '../to-person'

/** Lets a disabled person in again; their old sessions stay ended. Doing it again changes nothing. */
export function enablePerson(ctx: ServiceContext, personId: string): Promise<Person> {
  return transact(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: personId }, include: { identities: true } })
    if (!user) throw new NotFoundError('This person is not here.')
    requirePermission(ctx.actor, 'people.write')
    if (!user.disabledAt) return toPerson(user)
    const enabled = await tx.user.update({
      where: { id: personId },
      data: { disabledAt: null },
      include: { identities: true },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'person.enabled',
      objectType: 'person',
      objectId: user.id,
      objectLabel: user.name,
    })
    return toPerson(enabled)
  })
}
