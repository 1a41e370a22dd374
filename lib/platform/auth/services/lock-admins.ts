import type { Tx } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'

/**
 * Locks the active administrators and refuses to take the last one away. The lock makes two administrators who demote
 * each other at the same moment wait for one another; then the second finds it is the last.
 */
export async function refuseToLoseLastAdmin(tx: Tx, userId: string): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM app_user WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`
  if (admins.length === 1 && admins[0]?.id === userId) {
    throw new ConflictError('This is the last administrator. Make somebody else one first.', undefined, 'last-admin')
  }
}
