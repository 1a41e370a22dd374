import { createCaller } from '@/lib/integrations/messages/call-receiver'
import { signMessage } from '@/lib/integrations/messages/webhook/sign-message'
import type { RetrainingOutcome, RetrainingTarget } from '../port'

export interface WebhookTargetOptions {
  url: string
  /** `whsec_` and base64. */
  secret: string
  allowPrivateAddresses: readonly string[]
  now(): Date
}

/**
 * A signed webhook by the Standard Webhooks specification. `webhook-id` stays the same for every try of a call, so that the other side trains once. No
 * redirect is followed and addresses are guarded.
 */
export function createWebhookTarget({
  url,
  secret,
  allowPrivateAddresses,
  now,
}: WebhookTargetOptions): RetrainingTarget {
  const { call, close } = createCaller({ allowPrivateAddresses })

  async function send(id: string, message: object, signal: AbortSignal | undefined): Promise<RetrainingOutcome> {
    const body = JSON.stringify(message)
    const timestamp = Math.floor(now().getTime() / 1000)
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signMessage(secret, { id, timestamp, body }),
    }
    const answer = await call({ method: 'POST', url, body, headers, signal })
    if (answer.outcome === 'unreachable') return { outcome: 'unreachable', reason: answer.reason }
    if (answer.outcome !== 'answered') return { outcome: 'refused', reason: answer.reason }
    return answer.status >= 200 && answer.status < 300
      ? { outcome: 'taken', reason: `The receiver took it (${answer.status}).` }
      : { outcome: 'refused', reason: `The receiver refuses what is sent (${answer.status}).` }
  }

  return {
    trigger: ({ id, at, ...data }, options = {}) =>
      send(id, { type: 'retraining.requested', timestamp: at.toISOString(), data }, options.signal),
    test: (options = {}) => {
      const at = now()
      return send(`test-${at.getTime()}`, { type: 'test', timestamp: at.toISOString(), data: {} }, options.signal)
    },
    close,
  }
}
