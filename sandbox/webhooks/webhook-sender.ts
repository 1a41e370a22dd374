import { randomUUID } from 'node:crypto'
import type { SandboxClock } from '@/sandbox/state/sandbox-clock'
import type { Connection, Delivery, JsonObject } from '@/sandbox/state/world'
import type { WorldStore } from '@/sandbox/state/world-store'
import { postPayload } from './post-payload'
import { DEACTIVATE_AFTER_MS, nextAttempt } from './retry-times'
import { webhookPayload } from './webhook-payload'

const DELIVERIES_KEPT = 500

/** Queues what webhooks are to be told and delivers it, again and again where it fails, on the sandbox clock. */
export class WebhookSender {
  private readonly inFlight = new Map<string, Promise<void>>()

  constructor(
    private readonly store: WorldStore,
    private readonly clock: SandboxClock,
  ) {}

  /** Queues an event for every active webhook that asked for it, and makes the first attempt at once. */
  emit(event: string, connection: Connection, data: JsonObject, syncId: string | null): void {
    const body = webhookPayload(event, this.clock.now(), connection, syncId, data)
    for (const webhook of this.store.world.webhooks) {
      if (!webhook.active || !webhook.events.includes(event)) continue
      if (webhook.type === 'group' && webhook.groupId !== connection.groupId) continue
      this.store.world.deliveries.push({
        id: randomUUID(),
        webhookId: webhook.id,
        event,
        body,
        firstAttemptAt: null,
        attempts: 0,
        nextAttemptAt: this.clock.now().toISOString(),
        lastStatus: null,
        lastError: null,
      })
    }
    this.tick()
  }

  /** Makes every attempt whose time has come. */
  tick(): void {
    const now = this.clock.now().getTime()
    for (const delivery of this.store.world.deliveries) {
      if (delivery.nextAttemptAt === null || Date.parse(delivery.nextAttemptAt) > now || this.inFlight.has(delivery.id))
        continue
      this.inFlight.set(
        delivery.id,
        this.attempt(delivery).finally(() => this.inFlight.delete(delivery.id)),
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
      if (now.getTime() - Date.parse(webhook.failingSince) >= DEACTIVATE_AFTER_MS) webhook.active = false
    }
    this.forgetOldDeliveries()
    this.store.save()
  }

  private forgetOldDeliveries(): void {
    const { world } = this.store
    const open = world.deliveries.filter((delivery) => delivery.nextAttemptAt !== null)
    const closed = world.deliveries.filter((delivery) => delivery.nextAttemptAt === null).slice(-DELIVERIES_KEPT)
    world.deliveries = [...closed, ...open]
  }
}
