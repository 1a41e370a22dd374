import { z } from 'zod'
import { UnexpectedReplyError } from '../errors'
import { type Call, type Exchange, sendCall } from './send-call'

const pageShape = z.object({ items: z.array(z.unknown()), next_cursor: z.string().nullish() })

/**
 * Every item of a list endpoint, to the last page, unread. Refuses a list that turns in circles or never ends: half a list taken for
 * the whole would look like deleted objects. `filter` narrows it at the service.
 */
export async function listAll(
  exchange: Exchange,
  { filter, ...call }: Omit<Call, 'method' | 'query' | 'kind'> & { filter?: Record<string, string> },
): Promise<unknown[]> {
  const items: unknown[] = []
  const seenCursors = new Set<string>()
  const facts = { call: { method: 'GET', path: call.path } }
  let cursor: string | null = null
  do {
    if (seenCursors.size >= exchange.limits.pagesMax) throw new UnexpectedReplyError('the list does not end', facts)
    const query: Record<string, string> = {
      ...filter,
      limit: String(exchange.limits.pageSize),
      ...(cursor ? { cursor } : {}),
    }
    const { data } = await sendCall(exchange, { ...call, method: 'GET', kind: 'read', query })
    const page = pageShape.safeParse(data)
    if (!page.success) throw new UnexpectedReplyError('a page of the list has no items', facts)
    items.push(...page.data.items)
    cursor = page.data.next_cursor || null
    if (cursor && seenCursors.has(cursor)) throw new UnexpectedReplyError('the pages of the list repeat', facts)
    if (cursor) seenCursors.add(cursor)
  } while (cursor)
  return items
}
