import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { Person } from '../contract'
import { requirePermission } from '../require-permission'
import type { Role } from '../roles-and-permissions'
import { toPerson } from '../to-person'
import { refuseToLoseLastAdmin } from './lock-admins'

/** Gives a person another role, in force from their next request. Refuses to demote the last administrator. */
export function changeRole(ctx: ServiceContext, personId: string, role: Role): Promise<Person> {
  return transact(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: personId }, include: { identities: true } })
    if (!user) throw new NotFoundError('This person is not here.')
    requirePermission(ctx.actor, 'people.write')
    if (user.role === role) return toPerson(user)
    if (user.role === 'admin') await refuseToLoseLastAdmin(tx, user.id)
    const changed = await tx.user.update({ where: { id: personId }, data: { role }, include: { identities: true } })
    await recordAuditEvent(tx, ctx, {
      action: 'person.role-changed',
      objectType: 'person',
      objectId: user.id,
      objectLabel: user.name,
      detail: { before: user.role, after: role },
    })
    return toPerson(changed)
  })
}
