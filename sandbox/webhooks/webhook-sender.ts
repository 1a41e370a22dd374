import { randomUUID } from 'node:crypto'
import type { SandboxClock } from '@/sandbox/state/sandbox-clock'
import type { Transformation } from '@/sandbox/state/transformation'
import type { Connection, Delivery, JsonObject } from '@/sandbox/state/world'
import type { WorldStore } from '@/sandbox/state/world-store'
import { postPayload } from './post-payload'
import { DEACTIVATE_AFTER_MS, nextAttempt } from './retry-times'
import { planDelivery } from './webhook-faults'
import { transformationPayload, webhookPayload } from './webhook-payload'

const DELIVERIES_KEPT = 500
const TIDY_EVERY = 100
/** Attempts under way at once. */
const IN_FLIGHT_MAX = 32

/** Queues what webhooks are to be told and delivers it, again and again where it fails, on the sandbox clock. */
export class WebhookSender {
  private readonly inFlight = new Map<string, Promise<void>>()
  private attemptsSinceTidying = 0

  constructor(
    private readonly store: WorldStore,
    private readonly clock: SandboxClock,
  ) {}

  /** Queues an event of a connection for every active webhook that asked for it, and makes the first attempt at once. */
  emit(event: string, connection: Connection, data: JsonObject, syncId: string | null): void {
    this.queue(event, connection.groupId, webhookPayload(event, this.clock.now(), connection, syncId, data))
  }

  /** The same for an event of a transformation, whose body names no connection. */
  emitTransformation(event: string, transformation: Transformation, data: JsonObject): void {
    this.queue(event, transformation.groupId, transformationPayload(event, this.clock.now(), transformation, data))
  }

  private queue(event: string, groupId: string, body: string): void {
    const { world } = this.store
    for (const webhook of world.webhooks) {
      if (!webhook.active || !webhook.events.includes(event)) continue
      if (webhook.type === 'group' && webhook.groupId !== groupId) continue
      const plan = planDelivery(world.webhookFaults, world.emittedEvents)
      world.emittedEvents += 1
      const delivery = { webhookId: webhook.id, event, body, faults: plan.faults }
      if (plan.delaysMs.length === 0) world.deliveries.push(makeDelivery(delivery, null))
      for (const delayMs of plan.delaysMs) {
        const due = new Date(this.clock.now().getTime() + delayMs)
        world.deliveries.push(makeDelivery(delivery, due.toISOString()))
      }
    }
    this.tick()
  }

  /** Makes every attempt whose time has come. */
  tick(): void {
    const now = this.clock.now()
    // Times are kept in one form, so that comparing their texts compares them: ten thousand may be waiting.
    const due = now.toISOString()
    this.switchOffFailing(now.getTime())
    for (const delivery of this.store.world.deliveries) {
      if (this.inFlight.size >= IN_FLIGHT_MAX) return
      if (delivery.nextAttemptAt === null || delivery.nextAttemptAt > due || this.inFlight.has(delivery.id)) continue
      this.inFlight.set(
        delivery.id,
        this.attempt(delivery).finally(() => {
          this.inFlight.delete(delivery.id)
          // Whoever had to wait for a free line goes next.
          if (this.inFlight.size === IN_FLIGHT_MAX - 1) this.tick()
        }),
      )
    }
  }

  /** Waits until no attempt is under way. */
  async settle(): Promise<void> {
    while (this.inFlight.size > 0) await Promise.all(this.inFlight.values())
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const webhook = this.store.world.webhooks.find((candidate) => candidate.id === delivery.webhookId)
    if (!webhook?.active) {
      delivery.nextAttemptAt = null
      return
    }
    const { status, error } = await postPayload(webhook.url, delivery.body, webhook.secret)
    const now = this.clock.now()
    delivery.firstAttemptAt ??= now.toISOString()
    delivery.attempts += 1
    delivery.lastStatus = status
    delivery.lastError = error
    if (error === null) {
      delivery.nextAttemptAt = null
      webhook.failingSince = null
    } else {
      delivery.nextAttemptAt = nextAttempt(new Date(delivery.firstAttemptAt), delivery.attempts)?.toISOString() ?? null
      webhook.failingSince ??= now.toISOString()
      this.switchOffFailing(now.getTime())
    }
    this.attemptsSinceTidying += 1
    if (this.attemptsSinceTidying >= TIDY_EVERY) this.forgetOldDeliveries()
    this.store.save()
  }

  /** Whether or not there is anything left to tell: failing without a break for three days is enough. */
  private switchOffFailing(now: number): void {
    for (const webhook of this.store.world.webhooks) {
      if (!webhook.active || webhook.failingSince === null) continue
      if (now - Date.parse(webhook.failingSince) >= DEACTIVATE_AFTER_MS) webhook.active = false
    }
  }

  private forgetOldDeliveries(): void {
    this.attemptsSinceTidying = 0
    const { world } = this.store
    const open = world.deliveries.filter((delivery) => delivery.nextAttemptAt !== null)
    const closed = world.deliveries.filter((delivery) => delivery.nextAttemptAt === null).slice(-DELIVERIES_KEPT)
    world.deliveries = [...closed, ...open]
  }
}

function makeDelivery(
  delivery: Pick<Delivery, 'webhookId' | 'event' | 'body' | 'faults'>,
  nextAttemptAt: string | null,
): Delivery {
  return {
    id: randomUUID(),
    ...delivery,
    firstAttemptAt: null,
    attempts: 0,
    nextAttemptAt,
    lastStatus: null,
    lastError: null,
  }
}
