import { z } from 'zod'
import { createCaller, refusalOf } from '../call-receiver'
import type { DeliverOptions, Notice, NoticeReceiver, ReceiverProblem } from '../port'

export interface PagerDutyReceiverOptions {
  address: string
  /** 32 characters: the whole secret. */
  routingKey: string
  allowPrivateAddresses: readonly string[]
  now(): Date
}

const SUMMARY_MAX = 1024
const severities = { low: 'info', medium: 'warning', high: 'error' } as const
const errorsSchema = z.object({ message: z.string().optional(), errors: z.array(z.string()).optional() })

/**
 * Events v2. Our key goes along, so that a second trigger joins the first. Triggered once and resolved when the cause clears: what happens between stays
 * quiet, because another trigger would wake somebody who had closed it, and what cleared before it could be told wakes nobody.
 */
export function createPagerDutyReceiver(options: PagerDutyReceiverOptions): NoticeReceiver {
  const { call, close } = createCaller(options)

  async function send(path: string, event: object, { signal }: DeliverOptions): Promise<ReceiverProblem | null> {
    const body = { routing_key: options.routingKey, ...event }
    const answer = await call({ method: 'POST', url: `${options.address}${path}`, body, signal })
    if (answer.outcome !== 'answered') return answer
    if (answer.status >= 200 && answer.status < 300) return null
    const said = errorsSchema.safeParse(answer.json).data
    return refusalOf(answer.status, [said?.message, ...(said?.errors ?? [])].filter(Boolean).join(' '))
  }

  return {
    async test(asked = {}) {
      // A change event opens no incident.
      const payload = {
        summary: 'Headgate is connected',
        source: 'headgate',
        timestamp: options.now().toISOString(),
      }
      const problem = await send('/v2/change/enqueue', { payload }, asked)
      return problem ?? { outcome: 'taken', reason: 'PagerDuty took a change event.' }
    },
    async deliver(notice, told, asked = {}) {
      const dedupKey = `headgate:notice:${notice.id}`
      const done = { outcome: 'delivered', reference: dedupKey, link: null } as const
      if (notice.state === 'cleared') {
        if (!told) return done
        const event = { event_action: 'resolve', dedup_key: dedupKey }
        // What comes after the end is a trigger again.
        return (await send('/v2/enqueue', event, asked)) ?? { ...done, reference: null }
      }
      if (told) return done
      return (await send('/v2/enqueue', toTrigger(notice, dedupKey), asked)) ?? done
    },
    close,
  }
}

function toTrigger(notice: Notice, dedupKey: string): object {
  return {
    event_action: 'trigger',
    dedup_key: dedupKey,
    payload: {
      summary: notice.title.slice(0, SUMMARY_MAX),
      source: 'headgate',
      severity: severities[notice.risk],
      timestamp: notice.openedAt.toISOString(),
      class: notice.event,
      custom_details: Object.fromEntries(notice.facts.map(({ label, value }) => [label, value])),
    },
    links: [{ href: notice.link, text: 'Open in Headgate' }],
    client: 'Headgate',
    client_url: notice.link,
  }
}
