import { can, type Permission, type Role, whoCan } from '@/lib/platform/auth/roles-and-permissions'

const plurals: Record<Role, string> = { viewer: 'viewers', engineer: 'engineers', steward: 'stewards', admin: 'admins' }

/** Why this person cannot do it, and who can; null when they can. `what` completes "Only admins …". */
export function rightReason(role: Role | null, permission: Permission, what: string): string | null {
  if (can(role, permission)) return null
  const who = whoCan(permission).map((allowed) => plurals[allowed])
  const last = who.pop()
  return `Only ${who.length > 0 ? `${who.join(', ')} and ${last}` : last} ${what}.`
}
