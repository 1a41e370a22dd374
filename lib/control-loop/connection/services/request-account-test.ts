import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { Accepted } from '../contract'
import { testAccountJob } from '../jobs'
import { requireAccount } from './require-account'

/** Asks the worker to test the stored key. Web itself calls no vendor. */
export async function requestAccountTest(ctx: ServiceContext): Promise<Accepted> {
  const account = await requireAccount()
  await transact(async (tx) => {
    await tx.fivetranAccount.update({
      where: { id: account.id },
      data: { stateDetail: 'A test is under way.', stateAt: ctx.now(), state: 'untested' },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'account.test-requested',
      objectType: 'account',
      objectId: account.id,
      objectLabel: account.name,
    })
    await enqueueJob(tx, testAccountJob, { accountId: account.id, correlationId: ctx.correlationId })
  })
  return { accepted: true, correlationId: ctx.correlationId }
}
