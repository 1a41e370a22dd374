import { z } from 'zod'
import { verifyRun } from '@/lib/control-loop/verify/services/verify-run'
import { overrideEnv } from '@/lib/platform/config/override-env'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { db } from '@/lib/platform/db/client'
import { executeApplyRun } from '../execute-apply-run'

/**
 * A worker that stands ready, warm, and on a message executes and verifies one run, armed with a crash point or none: the killed party of a trial. It is a
 * process of its own, so that its death is a death. It says `ready` and `over` to its parent.
 */
const order = z.object({ runId: z.string(), crashAt: z.string().nullable() })
const workerId = `trial-${process.pid}`

await db.$queryRaw`SELECT 1`
process.on('message', async (message) => {
  const { runId, crashAt } = order.parse(message)
  overrideEnv({ WORKER_CRASH_AT: crashAt ?? undefined })
  const ctx = systemContext('worker', createCorrelationId())
  try {
    await executeApplyRun(ctx, { runId, workerId })
    await verifyRun(ctx, runId)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  }
  process.send?.('over')
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
