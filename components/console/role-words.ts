import { type Permission, type Role, whoCan } from '@/lib/platform/auth/roles-and-permissions'

/** A role as it is shown beside a name. */
export const roleWords: Record<Role, string> = {
  viewer: 'Viewer',
  engineer: 'Engineer',
  steward: 'Steward',
  admin: 'Admin',
}

const plurals: Record<Role, string> = {
  viewer: 'viewers',
  engineer: 'engineers',
  steward: 'stewards',
  admin: 'admins',
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** A permission in, who has it out, for a sentence: "Stewards and admins". */
export function whoMay(permission: Permission): string {
  const words = list.format(whoCan(permission).map((role) => plurals[role]))
  return words.charAt(0).toUpperCase() + words.slice(1)
}
