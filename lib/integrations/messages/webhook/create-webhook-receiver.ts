import { createCaller, refusalOf } from '../call-receiver'
import type { DeliverOptions, NoticeReceiver, ReceiverProblem } from '../port'
import { signMessage } from './sign-message'

export interface WebhookReceiverOptions {
  url: string
  /** `whsec_` and base64. */
  secret: string
  allowPrivateAddresses: readonly string[]
  now(): Date
}

const GONE = 410

/**
 * A signed webhook by the Standard Webhooks specification. Thin: ids, words and a link. `webhook-id` stays the same for every try of a version, so that
 * the other side can drop a second one.
 */
export function createWebhookReceiver(options: WebhookReceiverOptions): NoticeReceiver {
  const { call, close } = createCaller(options)

  async function send(id: string, message: object, { signal }: DeliverOptions): Promise<ReceiverProblem | null> {
    const body = JSON.stringify(message)
    const timestamp = Math.floor(options.now().getTime() / 1000)
    const answer = await call({
      method: 'POST',
      url: options.url,
      body,
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signMessage(options.secret, { id, timestamp, body }),
      },
      signal,
    })
    if (answer.outcome !== 'answered') return answer
    if (answer.status === GONE) return { outcome: 'gone', reason: 'The receiver wants no more of these (410).' }
    return answer.status >= 200 && answer.status < 300 ? null : refusalOf(answer.status, '')
  }

  return {
    async test(asked = {}) {
      const now = options.now()
      const message = { type: 'channel.tested', timestamp: now.toISOString(), data: {} }
      const problem = await send(`test-${now.getTime()}`, message, asked)
      return problem ?? { outcome: 'taken', reason: 'The receiver took a signed test.' }
    },
    async deliver(notice, _told, asked = {}) {
      const { id, version, state, title, risk, status, link, proposals } = notice
      const message = {
        type: notice.event,
        timestamp: notice.at.toISOString(),
        data: { noticeId: id, version, state, title, risk, status, link, proposals },
      }
      const problem = await send(`${id}.${version}`, message, asked)
      return problem ?? { outcome: 'delivered', reference: null, link: null }
    },
    close,
  }
}
