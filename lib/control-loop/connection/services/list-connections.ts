import { z } from 'zod'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { cutPage, decodeCursor } from '@/lib/platform/http/paging'
import type { ConnectionList, ConnectionListQuery } from '../contract'
import { needsAttention } from '../domain/derive-health'
import { externalIdOf } from '../domain/external-id'
import { compareOrderKeys, type OrderKey, orderKeyOf } from '../domain/order-connections'
import { ownServices } from '../domain/own-services'
import { findWatched, type WatchedConnection } from './find-watched'
import { findAccount } from './require-account'
import { summariseConnections } from './summarise-connections'

const positionSchema = z.tuple([z.number(), z.string(), z.string()])

/**
 * One page of connections with the counts and facets of all of them. Health depends on the clock, so it is derived for every connection and
 * filtered here; only the page's own rows get their syncs. Connections that left the account show only when asked for by state.
 */
export async function listConnections(ctx: ServiceContext, query: ConnectionListQuery): Promise<ConnectionList> {
  const [watched, account, own] = await Promise.all([
    findWatched({}, ctx.now()),
    findAccount(),
    db.connection.findMany({
      where: { service: { in: [...ownServices] }, removedAt: null },
      select: { schemaName: true },
      orderBy: { schemaName: 'asc' },
    }),
  ])
  const present = watched.filter(({ row }) => row.removedAt === null)
  const isMine = ({ row }: WatchedConnection) => row.ownerId !== null && row.ownerId === ctx.actor.userId
  const isShown = {
    all: () => true,
    attention: ({ derived }: WatchedConnection) => needsAttention.has(derived.health),
    mine: isMine,
  }
  const shown = (query.state === 'removed' ? watched : present).filter(isShown[query.filter]).filter(matches(query))
  const page = cutPage(afterCursor(shown, query), query.limit, ({ key }) => key)
  return {
    items: await summariseConnections(page.items.map(({ connection }) => connection)),
    nextCursor: page.nextCursor,
    counts: {
      all: present.length,
      attention: present.filter(isShown.attention).length,
      mine: present.filter(isMine).length,
      byHealth: countByHealth(watched),
    },
    facets: facetsOf(present),
    account: {
      configured: account !== null && account.keySecretId !== null,
      state: account?.state ?? 'untested',
      detail: account?.stateDetail ?? null,
      refreshedAt: account?.refreshedAt?.toISOString() ?? null,
    },
    // Every destination has one, mostly of the same name.
    hidden: [...new Set(own.map(({ schemaName }) => schemaName))],
  }
}

function matches(query: ConnectionListQuery): (connection: WatchedConnection) => boolean {
  const words = query.q?.trim().toLowerCase() ?? ''
  return ({ row, derived }) =>
    (query.state === undefined || derived.health === query.state) &&
    (query.destination === undefined || row.destination.id === query.destination) &&
    (query.service === undefined || row.service === query.service) &&
    [row.schemaName, row.service, externalIdOf(row), row.destination.name, row.owner?.name ?? ''].some((text) =>
      text.toLowerCase().includes(words),
    )
}

/** One row more than the page holds, so that the cut knows whether there is a next one. */
function afterCursor(
  connections: readonly WatchedConnection[],
  query: ConnectionListQuery,
): { connection: WatchedConnection; key: OrderKey }[] {
  const position = decodeCursor(positionSchema, query.cursor)
  return connections
    .map((connection) => ({ connection, key: orderKeyOf(orderedOf(connection), query.sort) }))
    .sort((one, other) => compareOrderKeys(one.key, other.key))
    .filter(({ key }) => position === null || compareOrderKeys(position, key) < 0)
    .slice(0, query.limit + 1)
}

function orderedOf({ row, derived, openProposals }: WatchedConnection) {
  return {
    id: row.id,
    name: row.schemaName,
    health: derived.health,
    ageShare: derived.ageMinutes === null ? null : derived.ageMinutes / row.freshnessTargetMinutes,
    openProposals: openProposals.low + openProposals.medium + openProposals.high,
  }
}

function countByHealth(connections: readonly WatchedConnection[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { derived } of connections) counts[derived.health] = (counts[derived.health] ?? 0) + 1
  return counts
}

function facetsOf(connections: readonly WatchedConnection[]): ConnectionList['facets'] {
  const destinations = new Map(connections.map(({ row }) => [row.destination.id, row.destination.name]))
  return {
    destinations: [...destinations]
      .map(([id, name]) => ({ id, name }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    services: [...new Set(connections.map(({ row }) => row.service))].sort(),
  }
}
