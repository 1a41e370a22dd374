import { ApiError } from '@/sandbox/errors/api-error'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** Takes all items and the query; gives one page with the cursor of the next, absent on the last. Refuses foreign cursors and limits. */
export function paginate<Item>(items: Item[], query: URLSearchParams): { items: Item[]; next_cursor?: string } {
  const limit = readLimit(query.get('limit'))
  const skip = readCursor(query.get('cursor'))
  const page = items.slice(skip, skip + limit)
  const next = skip + limit
  return next < items.length ? { items: page, next_cursor: writeCursor(next) } : { items: page }
}

function readLimit(text: string | null): number {
  if (text === null) return DEFAULT_LIMIT
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new ApiError(400, 'InvalidInput', `Invalid value for field 'limit'`)
  }
  return limit
}

function writeCursor(skip: number): string {
  return Buffer.from(JSON.stringify({ skip })).toString('base64url')
}

function readCursor(text: string | null): number {
  if (text === null) return 0
  const match = /^\{"skip":(\d{1,9})\}$/.exec(Buffer.from(text, 'base64url').toString('utf8'))
  if (!match) throw new ApiError(400, 'InvalidInput', `Invalid value for field 'cursor'`)
  return Number(match[1])
}
