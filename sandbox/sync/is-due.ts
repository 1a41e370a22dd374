import type { Connection } from '@/sandbox/state/world'

/** Takes a connection and the sandbox's time; tells whether its schedule starts a sync now. */
export function isDue(connection: Connection, now: Date): boolean {
  if (connection.run || connection.paused || connection.scheduleType === 'manual') return false
  // A task blocks the schedule until a person has dealt with it.
  if (connection.setupState !== 'connected' || connection.tasks.length > 0) return false
  if (connection.schemaStatus === 'blocked_on_customer') return false
  if (connection.rescheduledFor !== null) return now.getTime() >= Date.parse(connection.rescheduledFor)
  if (connection.lastStartedAt === null) return true
  return now.getTime() - Date.parse(connection.lastStartedAt) >= connection.syncFrequency * 60_000
}
