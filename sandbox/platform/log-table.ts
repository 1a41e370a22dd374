import { hashPair } from '@/sandbox/source/seeded-random'
import type { PlatformEvent, World } from '@/sandbox/state/world'
import { columnsOf, type PlatformTable } from './platform-table'

const COLUMNS = columnsOf({
  id: 'STRING',
  time_stamp: 'INSTANT',
  connection_id: 'STRING',
  transformation_id: 'STRING',
  sync_id: 'STRING',
  event: 'STRING',
  message_event: 'STRING',
  message_data: 'STRING',
})

/** One message in nine arrives encoded twice, as it does at the service: readers must parse defensively. */
const DOUBLY_ENCODED_SHARE = 9

/** Takes the world; gives the LOG of one group: what its connections and transformations did in the last week. */
export function logTable(world: World, groupId: string): PlatformTable {
  const ids = new Set(
    [...world.connections, ...world.transformations].filter((entry) => entry.groupId === groupId).map(({ id }) => id),
  )
  const events = world.events.filter(({ connectionId, transformationId }) => {
    const owner = connectionId ?? transformationId
    // Events of deleted connections belong to nobody any more; every log tells them.
    return owner === null || ids.has(owner) || !knownAnywhere(world, owner)
  })
  return { name: 'log', key: ['id'], columns: COLUMNS, rows: events.map(presentEvent) }
}

function knownAnywhere(world: World, id: string): boolean {
  return [...world.connections, ...world.transformations].some((entry) => entry.id === id)
}

function presentEvent(event: PlatformEvent) {
  const text = JSON.stringify(event.data)
  const twice = event.data !== null && hashPair(event.id, 1) % DOUBLY_ENCODED_SHARE === 0
  return {
    id: `log_${event.id}`,
    time_stamp: event.at,
    connection_id: event.connectionId,
    transformation_id: event.transformationId,
    sync_id: event.syncId,
    event: event.severity,
    message_event: event.event,
    message_data: twice ? JSON.stringify(text) : text,
  }
}
