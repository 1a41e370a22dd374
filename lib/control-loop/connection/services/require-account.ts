import type { FivetranAccount } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'

/** The one Fivetran account this installation watches, or null before it is connected. */
export async function findAccount(): Promise<FivetranAccount | null> {
  return db.fivetranAccount.findFirst({ orderBy: { createdAt: 'asc' } })
}

/** The Fivetran account; refuses in words when none is connected yet. */
export async function requireAccount(): Promise<FivetranAccount> {
  const account = await findAccount()
  if (!account) throw new NotFoundError('No Fivetran account is connected. An admin adds one in Settings.')
  return account
}
