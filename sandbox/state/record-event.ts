import type { PlatformEvent, World } from './world'

/** The service forgets its log after a week; the file of the sandbox must not grow without end either. */
const KEPT_MS = 7 * 86_400_000
const KEPT = 20_000

type Told = Pick<PlatformEvent, 'event' | 'data'> & Partial<PlatformEvent>

/** Takes what happened; appends it to the account's log, where the Platform Connector finds it. */
export function recordEvent(world: World, at: Date, told: Told): void {
  const event: PlatformEvent = {
    connectionId: null,
    transformationId: null,
    syncId: null,
    severity: 'INFO',
    ...told,
    id: world.nextEventId,
    at: at.toISOString(),
  }
  world.nextEventId += 1
  world.events.push(event)
  const oldest = world.events[0]
  if (world.events.length > KEPT || (oldest && at.getTime() - Date.parse(oldest.at) > KEPT_MS)) {
    world.events = world.events.filter((entry) => at.getTime() - Date.parse(entry.at) <= KEPT_MS).slice(-KEPT)
  }
}
