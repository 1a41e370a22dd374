import type { Destination } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'

/** The destination, or a refusal in words. */
export async function requireDestination(destinationId: string): Promise<Destination> {
  const destination = await db.destination.findUnique({ where: { id: destinationId } })
  if (!destination) throw new NotFoundError('There is no such destination.')
  return destination
}
