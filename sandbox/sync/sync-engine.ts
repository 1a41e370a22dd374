import { randomUUID } from 'node:crypto'
import { captureSchema } from '@/sandbox/config/capture-schema'
import { firstConfig } from '@/sandbox/config/first-config'
import { INFERRED } from '@/sandbox/config/inferred'
import { writePlatformTables } from '@/sandbox/platform/write-platform-tables'
import { PLATFORM_SERVICE } from '@/sandbox/state/build-platform-connector'
import { recordEvent } from '@/sandbox/state/record-event'
import type { SandboxClock } from '@/sandbox/state/sandbox-clock'
import type { Connection, DialledOutcome, JsonObject, ResyncScope, SyncRecord, SyncRun } from '@/sandbox/state/world'
import type { WorldStore } from '@/sandbox/state/world-store'
import type { Warehouse } from '@/sandbox/warehouse/warehouse'
import type { WebhookSender } from '@/sandbox/webhooks/webhook-sender'
import { deliverTables } from './deliver-tables'
import { isDue } from './is-due'
import { mergeScopes } from './merge-scopes'
import { planSync } from './plan-sync'

export interface StartOptions {
  /** Stop a running sync and start again. */
  force: boolean
  durationMs: number
  historical: boolean
}

type Begin = Omit<StartOptions, 'force'> & { scope?: ResyncScope; attempt?: 1 | 2 }
type Outcome = { status: string; reason: string | null; taskType?: string; rescheduledAt?: string }
type Written = Pick<SyncRecord, 'rows' | 'schemaChanges'>

const CANCEL_REASON = 'Sync has been cancelled because of a user action. Standard Config updated.'
const CAPTURED_REASON = 'The schema was captured. The sync waits for the schema status to be set to ready.'
const SYNCS_KEPT = 50
const NOTHING: Written = { rows: {}, schemaChanges: [] }

/** Runs syncs: starts them, lets their time pass on the sandbox clock, writes the rows, tells the webhooks. */
export class SyncEngine {
  /** Writes under way, by connection. A sync may be cancelled while its last table is still being written. */
  private readonly writing = new Map<string, Promise<void>>()
  private readonly waiting = new Map<string, (record: SyncRecord) => void>()
  /** Transformations that follow a connection start here. */
  onSuccess: ((connection: Connection) => void) | null = null

  constructor(
    private readonly store: WorldStore,
    private readonly clock: SandboxClock,
    private readonly warehouse: Warehouse,
    private readonly webhooks: WebhookSender,
  ) {}

  /** Starts a sync unless one is running; tells whether it did. A forced start cancels the running one first. */
  start(connection: Connection, options: StartOptions): boolean {
    if (connection.run) {
      if (!options.force) return false
      this.cancel(connection, 'Sync has been cancelled because of a user action. Force sync.')
    }
    this.begin(connection, options)
    this.tick()
    return true
  }

  /** Starts a sync (or joins the running one) and gives its record when it is over, retries included. */
  async runToEnd(connection: Connection, options: StartOptions): Promise<SyncRecord> {
    const record = new Promise<SyncRecord>((resolve) => {
      const waiter = this.waiting.get(connection.id)
      this.waiting.set(connection.id, (done) => {
        waiter?.(done)
        resolve(done)
      })
    })
    this.start(connection, options)
    return record
  }

  /**
   * Asks for a re-sync of everything (null) or of single tables. It starts at once, or when the running sync is over or the
   * connection is no longer paused. Tells false when a re-sync is running already: that one cannot be waited for.
   */
  requestResync(connection: Connection, scope: ResyncScope, durationMs: number): boolean {
    if (connection.run?.historical) return false
    const merged = connection.pendingResync ? mergeScopes(connection.pendingResync.scope, scope) : scope
    connection.pendingResync = { scope: merged, durationMs }
    this.tick()
    return true
  }

  /** Cancels the running sync, if there is one. Saving a schema config does this. */
  cancel(connection: Connection, reason: string = CANCEL_REASON): boolean {
    if (!connection.run) return false
    this.finish(connection, connection.run, { status: 'CANCELED', reason }, NOTHING)
    return true
  }

  /** Does what the clock says is due: ends syncs whose time has passed, starts those whose turn has come. */
  tick(): void {
    const now = this.clock.now()
    for (const connection of this.store.world.connections) {
      const resync = connection.pendingResync
      if (resync && !connection.run && !connection.paused) {
        connection.pendingResync = null
        this.begin(connection, { historical: true, ...resync })
      } else if (isDue(connection, now)) this.begin(connection, { durationMs: 0, historical: false })
      if (connection.run && Date.parse(connection.run.endsAt) <= now.getTime()) this.write(connection, connection.run)
    }
  }

  /** Waits until no write is under way. */
  async settle(): Promise<void> {
    while (this.writing.size > 0) await Promise.all(this.writing.values())
  }

  private begin(connection: Connection, { durationMs, historical, scope = null, attempt = 1 }: Begin): void {
    const now = this.clock.now()
    const run: SyncRun = {
      syncId: randomUUID(),
      startedAt: now.toISOString(),
      endsAt: new Date(now.getTime() + durationMs).toISOString(),
      attempt,
      durationMs,
      historical: historical || connection.isHistoricalSync,
      scope,
    }
    connection.run = run
    connection.lastStartedAt = run.startedAt
    connection.rescheduledFor = null
    this.record(connection, run.syncId, 'sync_start', null)
    this.store.save()
    this.webhooks.emit('sync_start', connection, {}, run.syncId)
  }

  private record(connection: Connection, syncId: string, event: string, data: JsonObject | null): void {
    const severity = event === 'sync_end' && String(data?.status).startsWith('FAIL') ? 'SEVERE' : 'INFO'
    recordEvent(this.store.world, this.clock.now(), { connectionId: connection.id, syncId, severity, event, data })
  }

  private write(connection: Connection, run: SyncRun): void {
    if (this.writing.has(connection.id)) return
    const work = this.deliver(connection, run)
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        this.finish(connection, run, { status: 'FAILURE', reason }, NOTHING)
      })
      .finally(() => {
        this.writing.delete(connection.id)
        // A sync may have been started while this one was giving up its last table.
        this.tick()
      })
    this.writing.set(connection.id, work)
  }

  private async deliver(connection: Connection, run: SyncRun): Promise<void> {
    const task = connection.tasks[0]
    if (task) {
      const outcome = { status: 'FAILURE_WITH_TASK', reason: task.message, taskType: task.code }
      return this.finish(connection, run, outcome, NOTHING)
    }
    if (connection.nextOutcome) return this.finishAsDialled(connection, run, connection.nextOutcome)
    const { world } = this.store
    const delivery = { world, clock: this.clock, warehouse: this.warehouse, connection, run }
    if (connection.service === PLATFORM_SERVICE) {
      return this.finish(connection, run, { status: 'SUCCESSFUL', reason: null }, await writePlatformTables(delivery))
    }
    const firstSync = connection.delivered.length === 0
    connection.schemaConfig = connection.schemaConfig
      ? captureSchema(connection.schemaConfig, connection.source)
      : firstConfig(connection.source, connection.precreated)
    if (connection.schemaStatus === 'blocked_on_capture') {
      connection.schemaStatus = 'blocked_on_customer'
      return this.finish(connection, run, { status: 'CANCELED', reason: CAPTURED_REASON }, NOTHING)
    }
    if (run.attempt === 1 && !firstSync) advanceSource(connection)

    const planned = planSync(connection, connection.schemaConfig, run.scope)
    if (run.attempt === 1 && planned.some(({ plan }) => plan.promotes)) return this.promote(connection, run)
    const written = await deliverTables(delivery, planned)
    if (written) this.finish(connection, run, { status: 'SUCCESSFUL', reason: null }, written)
  }

  /** A type promotion fails its sync once and succeeds in the automatic retry (observed). */
  private promote(connection: Connection, run: SyncRun): void {
    const reason = 'Teleport Sync Error: the type of a column was promoted, the sync is retried'
    this.finish(connection, run, { status: INFERRED.promotionStatus, reason }, NOTHING, true)
    this.begin(connection, { ...run, attempt: 2 })
  }

  private finishAsDialled(connection: Connection, run: SyncRun, dialled: DialledOutcome): void {
    connection.nextOutcome = null
    const { status, reason } = dialled
    if (status === 'FAILURE') {
      this.finish(connection, run, { status, reason }, NOTHING)
      return
    }
    const rescheduledAt = new Date(this.clock.now().getTime() + dialled.afterMs).toISOString()
    connection.rescheduledFor = rescheduledAt
    this.finish(connection, run, { status, reason, rescheduledAt }, NOTHING)
  }

  private finish(connection: Connection, run: SyncRun, outcome: Outcome, written: Written, retried = false): void {
    if (connection.run?.syncId !== run.syncId) return
    const endedAt = this.clock.now().toISOString()
    connection.run = null
    if (outcome.status === 'SUCCESSFUL') {
      connection.succeededAt = endedAt
      // A re-sync of single tables says nothing about the rest.
      if (run.scope === null) connection.isHistoricalSync = false
    } else if (outcome.status !== 'CANCELED' && outcome.status !== 'RESCHEDULED') {
      connection.failedAt = endedAt
    }
    const { status, reason } = outcome
    const record: SyncRecord = { syncId: run.syncId, startedAt: run.startedAt, endedAt, status, reason, ...written }
    connection.syncs = [...connection.syncs, record].slice(-SYNCS_KEPT)
    const { taskType, rescheduledAt } = outcome
    const data = {
      status,
      ...(reason ? { reason } : {}),
      ...(taskType ? { taskType } : {}),
      ...(rescheduledAt ? { rescheduledAt } : {}),
    }
    this.record(connection, run.syncId, 'sync_end', data)
    this.store.save()
    this.webhooks.emit('sync_end', connection, data, run.syncId)
    // Deprecated, and still sent to whoever asked for it.
    this.webhooks.emit('status', connection, data, run.syncId)
    if (status === 'SUCCESSFUL') this.onSuccess?.(connection)
    if (retried) return
    const resolve = this.waiting.get(connection.id)
    this.waiting.delete(connection.id)
    resolve?.(record)
  }
}

/** A source moves on between two syncs: it gains rows, changes some, loses a few. */
function advanceSource(connection: Connection): void {
  for (const schema of connection.source) {
    for (const table of schema.tables) if (!table.frozen) table.revision += 1
  }
}
