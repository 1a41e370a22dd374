import { whoMay } from '@/components/console/role-words'
import { can, type Permission, type Role } from '@/lib/platform/auth/roles-and-permissions'

/** Who can do it, for a person who cannot; null for one who can. `what` completes "Stewards and admins …": "start syncs". */
export function rightReason(role: Role | null, permission: Permission, what: string): string | null {
  return can(role, permission) ? null : `${whoMay(permission)} ${what}.`
}
