import type { CreateConnection } from '@/lib/control-loop/proposal/domain/action'
import { connectionName } from '@/lib/control-loop/proposal/domain/connector-types'
import type { BeforeState } from './plan-step'

/** What was found under the name a connection is to get. */
export interface FoundConnection {
  externalId: string
  service: string
  paused: boolean
  succeededAt: Date | null
}

const empty = { paused: null, changeHandling: null, objects: [] }

/**
 * The live state a create starts from. The name is unique in a destination, so whatever has it before anything was sent is somebody else's, and is
 * named. Once our request may have arrived (`mayBeOurs`), a connection of the right type that is paused and never synced is what we made.
 */
export function plannedState(create: CreateConnection, found: FoundConnection | null, mayBeOurs: boolean): BeforeState {
  if (found === null) return { ...empty, connection: 'none' }
  if (mayBeOurs && isAsCreated(create, found)) return { ...empty, connection: 'paused' }
  return {
    ...empty,
    connection: `${found.externalId}, ${found.service}, ${found.paused ? 'paused' : 'running'}, has the name ${connectionName(create)}`,
  }
}

function isAsCreated(create: CreateConnection, found: FoundConnection): boolean {
  return found.service === create.service && found.paused && found.succeededAt === null
}
