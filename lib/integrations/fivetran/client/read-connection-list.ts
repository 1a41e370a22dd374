import { z } from 'zod'
import type { ObservedConnection } from '../port'
import { connectionShape } from './shapes/connection-shape'
import { describeIssue } from './shapes/tolerant'

type ConnectionList = { connections: ObservedConnection[]; unreadable: { externalId: string | null; reason: string }[] }

/** Sorts listed items into connections and unreadable ones: a broken connection must not hide the healthy ones beside it. */
export function readConnectionList(items: unknown[]): ConnectionList {
  // By id: an object created while paging can appear on two pages. The later reading wins.
  const connections = new Map<string, ObservedConnection>()
  const unreadable: ConnectionList['unreadable'] = []
  for (const item of items) {
    const parsed = connectionShape.safeParse(item)
    if (parsed.success) connections.set(parsed.data.externalId, parsed.data)
    else unreadable.push({ externalId: findId(item), reason: describeIssue(parsed.error) })
  }
  return { connections: [...connections.values()], unreadable }
}

function findId(item: unknown): string | null {
  const identified = z.object({ id: z.string() }).safeParse(item)
  return identified.success ? identified.data.id : null
}
