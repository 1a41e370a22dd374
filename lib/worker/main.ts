import { systemContext } from '@/lib/platform/context'
import { runWorker } from '@/lib/platform/jobs/run-worker'
import { log } from '@/lib/platform/telemetry/log'
import { bindJobs, schedules } from './bind-jobs'

/** The worker process: everything that talks to a vendor, a model or a warehouse. Any number of them may run beside each other. */
const workerId = `w-${process.pid}-${Math.random().toString(36).slice(2, 6)}`
const stop = await runWorker({ jobs: bindJobs(workerId), schedules, workerId })

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ event: 'worker.stop-failed', workerId, err: error, channel: systemContext('worker', '').channel })
        process.exit(1)
      },
    )
  })
}
