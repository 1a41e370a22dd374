import { z } from 'zod'

export const PAGE_SIZE_DEFAULT = 50
export const PAGE_SIZE_MAX = 200

/** The query part every list shares. Spread its shape into a list's own query schema. */
export const pageQuerySchema = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(PAGE_SIZE_MAX).default(PAGE_SIZE_DEFAULT),
})

/** One page of a list; `nextCursor` is null on the last. */
export function pageOf<S extends z.ZodType>(itemSchema: S) {
  return z.object({ items: z.array(itemSchema), nextCursor: z.string().nullable() })
}

/** Makes an opaque cursor of the values that place a row in its order. */
export function encodeCursor(position: readonly (string | number | null)[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(position))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Opens a cursor by the shape its list gave it; null when it is not one of ours, which a list answers with its first page. */
export function decodeCursor<S extends z.ZodType>(schema: S, cursor: string | undefined): z.output<S> | null {
  if (!cursor) return null
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const text = new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)))
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Cuts a page from rows that were fetched with one more than the limit. */
export function cutPage<T>(
  rows: readonly T[],
  limit: number,
  position: (row: T) => readonly (string | number | null)[],
) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null }
}
