import { db } from '@/lib/platform/db/client'

/** A run with everything that proving it needs. */
export async function requireRun(runId: string) {
  return db.applyRun.findUniqueOrThrow({
    where: { id: runId },
    include: { proposal: true, verification: true, connection: { include: { account: true, destination: true } } },
  })
}
export type RunRow = Awaited<ReturnType<typeof requireRun>>
