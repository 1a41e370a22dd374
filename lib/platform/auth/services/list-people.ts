import { db } from '@/lib/platform/db/client'
import type { Person } from '../contract'
import { toPerson } from '../to-person'

/** Everybody who can or could sign in, by name. */
export async function listPeople(): Promise<{ items: Person[] }> {
  const users = await db.user.findMany({ include: { identities: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  return { items: users.map(toPerson) }
}
