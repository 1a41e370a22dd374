import { ScriptedModel } from './model/scripted-model'
import { destinationSchemaName } from './naming/destination-schema-name'
import type { Scenario } from './scenarios/scenario-schema'
import { type Plan, RateLimiter } from './server/rate-limiter'
import { PLATFORM_SERVICE } from './state/build-platform-connector'
import { buildWorld } from './state/build-world'
import { SandboxClock } from './state/sandbox-clock'
import type { World } from './state/world'
import { WorldStore } from './state/world-store'
import { SyncEngine } from './sync/sync-engine'
import { TransformationEngine } from './transformations/transformation-engine'
import type { Warehouse } from './warehouse/warehouse'
import { WebhookSender } from './webhooks/webhook-sender'

export interface SandboxOptions {
  scenario: Scenario
  /** null: the scenario's own. */
  seed: number | null
  /** null: the seed of the rows. */
  faultSeed: number | null
  stateFile: string | null
  warehouse: Warehouse
  /** Where the warehouse is, for the destinations' config; null without a database. */
  warehouseUrl: string | null
  apiKey: string
  apiSecret: string
  /** What callers of the model server send as their key. */
  modelKey: string
  webhookAllowHttp: boolean
  plan: Plan
  /** How long a sync takes unless a command says otherwise. */
  syncDurationMs: number
}

const TICK_MS = 100

/** The local account as a whole: its state, its clock, its syncs and its webhooks. HTTP stands in front of it. */
export class Sandbox {
  /** Steps of the timeline play one after another, whoever asks for them. */
  stepUnderWay = false
  readonly limiter: RateLimiter
  /** A provider of language models beside the account: nothing of the account's, and not part of its remembered state. */
  readonly model: ScriptedModel
  private timer: NodeJS.Timeout | null = null

  private constructor(
    readonly options: SandboxOptions,
    readonly store: WorldStore,
    readonly clock: SandboxClock,
    readonly webhooks: WebhookSender,
    readonly engine: SyncEngine,
    readonly transformations: TransformationEngine,
  ) {
    this.limiter = new RateLimiter(options.plan)
    this.model = new ScriptedModel(options.modelKey)
  }

  /** Opens the remembered world, or builds the scenario's and syncs its connections once. */
  static async open(options: SandboxOptions): Promise<Sandbox> {
    const { store, resumed } = WorldStore.open(options.stateFile, () => buildWorld(options.scenario, options, 1))
    const clock = new SandboxClock(store.world.clockOffsetMs)
    const webhooks = new WebhookSender(store, clock)
    const engine = new SyncEngine(store, clock, options.warehouse, webhooks)
    const transformations = new TransformationEngine(store, clock, webhooks, options.syncDurationMs)
    engine.onSuccess = (connection) => transformations.follow(connection)
    const sandbox = new Sandbox(options, store, clock, webhooks, engine, transformations)
    if (!resumed) await sandbox.syncOnce()
    return sandbox
  }

  get world(): World {
    return this.store.world
  }

  /** Starts acting on the clock: schedules, ends of syncs, webhook retries. */
  startClock(): void {
    this.timer ??= setInterval(() => this.tick(), TICK_MS)
  }

  tick(): void {
    this.engine.tick()
    this.transformations.tick()
    this.webhooks.tick()
  }

  /** Moves the clock and waits for what that started. */
  async advanceClock(milliseconds: number): Promise<void> {
    this.world.clockOffsetMs = this.clock.advance(milliseconds)
    this.store.save()
    this.tick()
    await this.engine.settle()
    await this.webhooks.settle()
  }

  /** Back to the scenario's start: destination, state, webhooks and clock. Sequence numbers of the log go on. */
  async reset(): Promise<void> {
    for (const connection of this.world.connections) this.engine.cancel(connection, 'The sandbox was reset.')
    await this.engine.settle()
    await this.webhooks.settle()
    const written = this.destinationSchemas()
    this.store.world = buildWorld(this.world.scenario, this.world, this.world.nextSeq)
    this.clock.reset(0)
    this.model.reset()
    await this.syncOnce(written)
  }

  /** Destination schemas that connections write to, or wrote to before they were deleted. */
  destinationSchemas(): string[] {
    const names = this.world.connections.flatMap((connection) =>
      connection.service === PLATFORM_SERVICE
        ? [connection.schema]
        : connection.source.map((schema) => destinationSchemaName(connection, schema.name)),
    )
    return [...new Set([...names, ...this.world.retiredSchemas])]
  }

  /** Stops the clock, lets the writes under way end, and remembers everything. */
  async close(): Promise<void> {
    if (this.timer) clearInterval(this.timer)
    this.timer = null
    await this.engine.settle()
    this.store.save()
    await this.options.warehouse.close()
  }

  private async syncOnce(written: string[] = []): Promise<void> {
    await this.options.warehouse.dropOwnSchemas([...new Set([...this.destinationSchemas(), ...written])])
    const idle = this.world.scenario.connections.filter((connection) => !connection.initial_sync).map(({ id }) => id)
    // Platform Connectors come last: they tell of the others.
    for (const connection of this.world.connections.filter(({ id }) => !idle.includes(id))) {
      // A connection that is broken today was connected when it synced first.
      const { tasks } = connection
      connection.tasks = []
      const record = await this.engine.runToEnd(connection, { force: false, durationMs: 0, historical: true })
      if (record.status !== 'SUCCESSFUL')
        throw new Error(`The first sync of '${connection.id}' failed: ${record.reason}`)
      connection.tasks = tasks
      if (tasks.length > 0) connection.failedAt = this.clock.now().toISOString()
    }
    this.store.save()
  }
}
