import { z } from 'zod'
import { type Answer, createCaller, refusalOf } from '@/lib/integrations/messages/call-receiver'
import { noticeText } from '@/lib/integrations/messages/notice-text'
import type { DeliverOptions, Notice, NoticeReceiver, ReceiverProblem } from '@/lib/integrations/messages/port'

export interface ServiceNowReceiverOptions {
  /** Of the instance: `https://example.service-now.com`. */
  address: string
  user: string
  password: string
  /** Of the instance's own list: `Solution provided`. */
  closeCode: string
  allowPrivateAddresses: readonly string[]
}

const SHORT_MAX = 160
const RESOLVED = '6'
const CLOSED_STATES = new Set([RESOLVED, '7', '8'])
const levels = { high: '1', medium: '2', low: '3' } as const
const rowSchema = z.object({ sys_id: z.string().min(1), number: z.string(), state: z.string() })
type Row = z.infer<typeof rowSchema>
const errorSchema = z.object({ error: z.object({ message: z.string().nullish(), detail: z.string().nullish() }) })
const FIELDS = 'sysparm_fields=sys_id,number,state'

/**
 * One incident a thread, known again by its correlation id: looked for before it is created. Its text is kept up to date; when the cause clears it is
 * resolved with the recovery note as its close note, once. What people write there decides nothing here.
 */
export function createServiceNowReceiver(options: ServiceNowReceiverOptions): NoticeReceiver {
  const { call, close } = createCaller(options)
  const credentials = Buffer.from(`${options.user}:${options.password}`, 'utf8').toString('base64')

  async function ask(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body: object | undefined,
    { signal }: DeliverOptions,
  ): Promise<Answer | ReceiverProblem> {
    const answer = await call({
      method,
      url: `${options.address}/api/now/table/incident${path}`,
      headers: { authorization: `Basic ${credentials}` },
      ...(body && { body }),
      signal,
    })
    if (answer.outcome !== 'answered' || (answer.status >= 200 && answer.status < 300)) return answer
    const said = errorSchema.safeParse(answer.json).data?.error
    return refusalOf(answer.status, `${said?.message ?? ''} ${said?.detail ?? ''}`)
  }

  async function find(id: string, asked: DeliverOptions): Promise<Row | null | ReceiverProblem> {
    const answer = await ask(
      'GET',
      `?sysparm_query=correlation_id%3D${correlationOf(id)}&${FIELDS}&sysparm_limit=1`,
      undefined,
      asked,
    )
    if (answer.outcome !== 'answered') return answer
    const found = z.object({ result: z.array(rowSchema) }).safeParse(answer.json)
    return found.success ? (found.data.result[0] ?? null) : unreadable()
  }

  async function write(method: 'POST' | 'PATCH', path: string, body: object, asked: DeliverOptions) {
    const answer = await ask(method, `${path}?${FIELDS}`, body, asked)
    if (answer.outcome !== 'answered') return answer
    const row = z.object({ result: rowSchema }).safeParse(answer.json)
    return row.success ? row.data.result : unreadable()
  }

  return {
    async test(asked = {}) {
      const answer = await ask('GET', '?sysparm_fields=sys_id&sysparm_limit=1', undefined, asked)
      return answer.outcome === 'answered'
        ? { outcome: 'taken', reason: 'ServiceNow lets this user read incidents.' }
        : answer
    },
    async deliver(notice, _told, asked = {}) {
      const found = await find(notice.id, asked)
      if (found && 'outcome' in found) return found
      const row =
        found ??
        (await write(
          'POST',
          '',
          {
            ...textOf(notice),
            ...levelOf(notice),
            correlation_id: correlationOf(notice.id),
            correlation_display: 'Headgate',
          },
          asked,
        ))
      if ('outcome' in row) return row
      const isToResolve = notice.state === 'cleared' && !CLOSED_STATES.has(row.state)
      if (found || isToResolve) {
        const resolution = { state: RESOLVED, close_code: options.closeCode, close_notes: notice.status }
        const kept = await write(
          'PATCH',
          `/${row.sys_id}`,
          { ...textOf(notice), ...(isToResolve && resolution) },
          asked,
        )
        if ('outcome' in kept) return kept
      }
      const link = `${options.address}/nav_to.do?uri=${encodeURIComponent(`incident.do?sys_id=${row.sys_id}`)}`
      return { outcome: 'delivered', reference: row.number, link }
    },
    close,
  }
}

const correlationOf = (id: string) => `headgate:notice:${id}`

function textOf(notice: Notice) {
  return { short_description: notice.title.slice(0, SHORT_MAX), description: noticeText(notice) }
}

function levelOf({ risk }: Notice) {
  return { urgency: levels[risk], impact: levels[risk] }
}

function unreadable(): ReceiverProblem {
  return { outcome: 'unreachable', reason: 'ServiceNow answers with something unreadable.' }
}
