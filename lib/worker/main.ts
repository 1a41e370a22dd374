import { importFirstProvider } from '@/lib/capabilities/model/services/import-first-provider'
import { sweepApplyRunsJob } from '@/lib/control-loop/apply/jobs'
import { workerEnv } from '@/lib/platform/config/env'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { db } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { runWorker } from '@/lib/platform/jobs/run-worker'
import { log } from '@/lib/platform/telemetry/log'
import { bindJobs, schedules } from './bind-jobs'

/** The worker process: everything that talks to a vendor, a model or a warehouse. Any number of them may run beside each other. */
const workerId = `w-${process.pid}-${Math.random().toString(36).slice(2, 6)}`
const stop = await runWorker({ jobs: bindJobs(workerId), schedules, workerId })

/** The model of the environment is the first provider of a fresh installation; a worker works without it. */
const env = workerEnv()
await importFirstProvider(systemContext('worker', createCorrelationId()), {
  ...(env.LLM_BASE_URL && { baseUrl: env.LLM_BASE_URL }),
  ...(env.LLM_MODEL && { model: env.LLM_MODEL }),
  ...(env.LLM_API_KEY && { apiKey: env.LLM_API_KEY }),
  ...(env.LLM_INPUT_PRICE !== undefined && { inputPrice: env.LLM_INPUT_PRICE }),
  ...(env.LLM_OUTPUT_PRICE !== undefined && { outputPrice: env.LLM_OUTPUT_PRICE }),
}).catch((error: unknown) => log.error({ event: 'model.first-provider-not-added', workerId, err: error }))

/** A dead worker's run is found within a lease and this, whichever worker looks; the queue's clock only ticks each minute. */
const sweepEveryMs = Math.min(10_000, workerEnv().WORKER_LEASE_MS)
const sweep = () =>
  enqueueJob(db, sweepApplyRunsJob, {}, { singletonKey: 'sweep' }).catch((error: unknown) =>
    log.error({ event: 'worker.sweep-failed', workerId, err: error }),
  )
const sweeping = setInterval(sweep, sweepEveryMs)
await sweep()

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    clearInterval(sweeping)
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ event: 'worker.stop-failed', workerId, err: error })
        process.exit(1)
      },
    )
  })
}
