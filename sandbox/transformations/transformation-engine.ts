import { recordEvent } from '@/sandbox/state/record-event'
import type { SandboxClock } from '@/sandbox/state/sandbox-clock'
import type { Transformation } from '@/sandbox/state/transformation'
import type { Connection, JsonObject } from '@/sandbox/state/world'
import type { WorldStore } from '@/sandbox/state/world-store'
import type { WebhookSender } from '@/sandbox/webhooks/webhook-sender'
import { describeRun } from './describe-run'

const MINUTE_MS = 60_000

/** Runs transformations on the sandbox clock: by hand, after the connections they follow, or at an interval. */
export class TransformationEngine {
  constructor(
    private readonly store: WorldStore,
    private readonly clock: SandboxClock,
    private readonly webhooks: WebhookSender,
    private readonly durationMs: number,
  ) {}

  /** Starts a run unless one is under way; tells whether it did. */
  start(transformation: Transformation): boolean {
    if (transformation.run) return false
    const now = this.clock.now()
    transformation.run = {
      startedAt: now.toISOString(),
      endsAt: new Date(now.getTime() + this.durationMs).toISOString(),
      fails: transformation.nextOutcome === 'FAILED',
    }
    transformation.nextOutcome = 'SUCCEEDED'
    transformation.status = 'RUNNING'
    transformation.lastStartedAt = transformation.run.startedAt
    this.tell(transformation, 'transformation_start', { startTime: transformation.run.startedAt })
    this.tick()
    return true
  }

  /** Stops the run under way; tells whether there was one. */
  cancel(transformation: Transformation): boolean {
    if (!transformation.run) return false
    transformation.run = null
    transformation.status = 'CANCELED'
    transformation.lastEndedAt = this.clock.now().toISOString()
    this.store.save()
    return true
  }

  /** A connection has synced: starts what follows it. */
  follow(connection: Connection): void {
    for (const transformation of this.store.world.transformations) {
      const { schedule, config, paused } = transformation
      if (paused || schedule.schedule_type !== 'INTEGRATED') continue
      const followed = [schedule.connection_ids, config.connection_ids].flat()
      if (followed.includes(connection.id)) this.start(transformation)
    }
  }

  /** Ends runs whose time has passed and starts those whose interval has. */
  tick(): void {
    const now = this.clock.now().getTime()
    for (const transformation of this.store.world.transformations) {
      if (transformation.run && Date.parse(transformation.run.endsAt) <= now) this.end(transformation)
      if (isIntervalOver(transformation, now)) this.start(transformation)
    }
  }

  private end(transformation: Transformation): void {
    const { run } = transformation
    if (!run) return
    transformation.run = null
    transformation.status = run.fails ? 'FAILED' : 'SUCCEEDED'
    transformation.lastEndedAt = this.clock.now().toISOString()
    const event = run.fails ? 'transformation_failed' : 'transformation_succeeded'
    this.tell(transformation, event, describeRun(transformation, run, transformation.lastEndedAt))
  }

  private tell(transformation: Transformation, event: string, data: JsonObject): void {
    recordEvent(this.store.world, this.clock.now(), {
      transformationId: transformation.id,
      severity: event === 'transformation_failed' ? 'SEVERE' : 'INFO',
      event,
      data,
    })
    this.store.save()
    this.webhooks.emitTransformation(event, transformation, data)
  }
}

function isIntervalOver({ run, paused, schedule, lastStartedAt, createdAt }: Transformation, now: number): boolean {
  if (run || paused || schedule.schedule_type !== 'INTERVAL' || typeof schedule.interval !== 'number') return false
  return now - Date.parse(lastStartedAt ?? createdAt) >= schedule.interval * MINUTE_MS
}
