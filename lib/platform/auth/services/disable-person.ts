import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { Person } from '../contract'
import { requirePermission } from '../require-permission'
import { toPerson } from '../to-person'
import { refuseToLoseLastAdmin } from './lock-admins'

/** Keeps a person out and ends all their sessions at once. Refuses the last administrator. Doing it again changes nothing. */
export function disablePerson(ctx: ServiceContext, personId: string): Promise<Person> {
  return transact(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: personId }, include: { identities: true } })
    if (!user) throw new NotFoundError('This person is not here.')
    requirePermission(ctx.actor, 'people.write')
    if (user.disabledAt) return toPerson(user)
    if (user.role === 'admin') await refuseToLoseLastAdmin(tx, user.id)
    const disabled = await tx.user.update({
      where: { id: personId },
      data: { disabledAt: ctx.now(), sessionVersion: { increment: 1 } },
      include: { identities: true },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'person.disabled',
      objectType: 'person',
      objectId: user.id,
      objectLabel: user.name,
    })
    return toPerson(disabled)
  })
}
