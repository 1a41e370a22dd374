import type { User } from '@/generated/prisma/client'
import type { Person } from './contract'

/** A stored person as the API shows them: never the hash, only that there is one. */
export function toPerson(user: User & { identities: readonly unknown[] }): Person {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    hasPassword: user.passwordHash !== null,
    hasSingleSignOn: user.identities.length > 0,
    disabledAt: user.disabledAt?.toISOString() ?? null,
    lastSeenAt: user.lastSeenAt?.toISOString() ?? null,
    createdAt: user.createdAt.toISOString(),
  }
}
