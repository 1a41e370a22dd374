import { z } from 'zod'
import { refreshAccountJob } from '@/lib/control-loop/connection/jobs'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { defineJob } from '@/lib/platform/jobs/define-job'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'

/** Every minute: which accounts are due to be listed again. */
export const pollAccountsJob = defineJob({
  name: 'poll-accounts',
  payload: z.object({}),
  options: { retryLimit: 0, concurrency: 1 },
})

/** Asks for a refresh of every account whose interval is over. An account whose key is refused is left alone until somebody sets a new one. */
export async function pollAccounts(ctx: ServiceContext): Promise<void> {
  const accounts = await db.fivetranAccount.findMany({
    where: { keySecretId: { not: null }, state: { not: 'refused' } },
  })
  for (const account of accounts) {
    const dueAt = account.refreshedAt ? account.refreshedAt.getTime() + account.refreshMinutes * 60_000 : 0
    if (dueAt > ctx.now().getTime()) continue
    await enqueueJob(
      db,
      refreshAccountJob,
      { accountId: account.id, correlationId: ctx.correlationId },
      { singletonKey: account.id },
    )
  }
}
