import { randomUUID } from 'node:crypto'
import { captureSchema } from '@/sandbox/config/capture-schema'
import { INFERRED } from '@/sandbox/config/inferred'
import type { SandboxClock } from '@/sandbox/state/sandbox-clock'
import type { Connection, SyncRecord, SyncRun } from '@/sandbox/state/world'
import type { WorldStore } from '@/sandbox/state/world-store'
import type { Warehouse } from '@/sandbox/warehouse/warehouse'
import type { WebhookSender } from '@/sandbox/webhooks/webhook-sender'
import { isDue } from './is-due'
import { planSync } from './plan-sync'
import { writeTable } from './write-table'

export interface StartOptions {
  /** Stop a running sync and start again. */
  force: boolean
  durationMs: number
  historical: boolean
}

type Outcome = { status: string; reason: string | null; taskType?: string }
type Written = Pick<SyncRecord, 'rows' | 'schemaChanges'>

const CANCEL_REASON = 'Sync has been cancelled because of a user action. Standard Config updated.'
const SYNCS_KEPT = 50

/** Runs syncs: starts them, lets their time pass on the sandbox clock, writes the rows, tells the webhooks. */
export class SyncEngine {
  /** Writes under way, by connection. A sync may be cancelled while its last table is still being written. */
  private readonly writing = new Map<string, Promise<void>>()
  private readonly waiting = new Map<string, (record: SyncRecord) => void>()

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
    this.begin(connection, options.durationMs, options.historical, 1)
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

  /** Cancels the running sync, if there is one. Saving a schema config does this. */
  cancel(connection: Connection, reason: string = CANCEL_REASON): boolean {
    if (!connection.run) return false
    this.finish(connection, connection.run, { status: 'CANCELED', reason }, { rows: {}, schemaChanges: [] })
    return true
  }

  /** Does what the clock says is due: ends syncs whose time has passed, starts those whose turn has come. */
  tick(): void {
    const now = this.clock.now()
    for (const connection of this.store.world.connections) {
      if (isDue(connection, now)) this.begin(connection, 0, false, 1)
      if (connection.run && Date.parse(connection.run.endsAt) <= now.getTime()) this.write(connection, connection.run)
    }
  }

  /** Waits until no write is under way. */
  async settle(): Promise<void> {
    while (this.writing.size > 0) await Promise.all(this.writing.values())
  }

  private begin(connection: Connection, durationMs: number, historical: boolean, attempt: 1 | 2): void {
    const now = this.clock.now()
    const run: SyncRun = {
      syncId: randomUUID(),
      startedAt: now.toISOString(),
      endsAt: new Date(now.getTime() + durationMs).toISOString(),
      attempt,
      durationMs,
      historical: historical || connection.isHistoricalSync,
    }
    connection.run = run
    connection.lastStartedAt = run.startedAt
    this.store.save()
    this.webhooks.emit('sync_start', connection, {}, run.syncId)
  }

  private write(connection: Connection, run: SyncRun): void {
    if (this.writing.has(connection.id)) return
    const work = this.deliver(connection, run)
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        this.finish(connection, run, { status: 'FAILURE', reason }, { rows: {}, schemaChanges: [] })
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
      this.finish(connection, run, outcome, { rows: {}, schemaChanges: [] })
      return
    }
    const firstSync = connection.delivered.length === 0
    connection.schemaConfig = captureSchema(connection.schemaConfig, connection.source)
    if (run.attempt === 1 && !firstSync) advanceSource(connection)

    const planned = planSync(connection, connection.schemaConfig)
    if (run.attempt === 1 && planned.some(({ plan }) => plan.promotes)) {
      this.promote(connection, run)
      return
    }
    const written: Written = { rows: {}, schemaChanges: [] }
    for (const { table, delivered, plan } of planned) {
      if (connection.run?.syncId !== run.syncId) return
      const { rows, schemaChanges } = await writeTable({
        warehouse: this.warehouse,
        seed: this.store.world.seed,
        source: connection.source,
        table,
        delivered,
        plan,
        historical: run.historical && delivered !== null,
        syncedAt: this.clock.now(),
      })
      connection.delivered = [...connection.delivered.filter((entry) => entry !== delivered), plan.delivered]
      written.rows[`${plan.delivered.schema}.${plan.delivered.table}`] = rows
      written.schemaChanges.push(...schemaChanges)
    }
    this.finish(connection, run, { status: 'SUCCESSFUL', reason: null }, written)
  }

  /** A type promotion fails its sync once and succeeds in the automatic retry (observed). */
  private promote(connection: Connection, run: SyncRun): void {
    const reason = 'Teleport Sync Error: the type of a column was promoted, the sync is retried'
    this.finish(connection, run, { status: INFERRED.promotionStatus, reason }, { rows: {}, schemaChanges: [] }, true)
    this.begin(connection, run.durationMs, run.historical, 2)
  }

  private finish(connection: Connection, run: SyncRun, outcome: Outcome, written: Written, retried = false): void {
    if (connection.run?.syncId !== run.syncId) return
    const endedAt = this.clock.now().toISOString()
    connection.run = null
    if (outcome.status === 'SUCCESSFUL') {
      connection.succeededAt = endedAt
      connection.isHistoricalSync = false
    } else if (outcome.status !== 'CANCELED') {
      connection.failedAt = endedAt
    }
    const { status, reason } = outcome
    const record: SyncRecord = { syncId: run.syncId, startedAt: run.startedAt, endedAt, status, reason, ...written }
    connection.syncs = [...connection.syncs, record].slice(-SYNCS_KEPT)
    this.store.save()
    const data = { status, ...(reason ? { reason } : {}), ...(outcome.taskType ? { taskType: outcome.taskType } : {}) }
    this.webhooks.emit('sync_end', connection, data, run.syncId)
    if (retried) return
    const resolve = this.waiting.get(connection.id)
    this.waiting.delete(connection.id)
    resolve?.(record)
  }
}

/** A source moves on between two syncs: it gains rows, changes some, loses a few. */
function advanceSource(connection: Connection): void {
  for (const schema of connection.source) {
    for (const table of schema.tables) table.revision += 1
  }
}
