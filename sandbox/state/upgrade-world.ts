import { mapValues } from '@/sandbox/config/map-values'
import type { ConfigSchema } from '@/sandbox/config/schema-config'
import { blankConnection } from './blank-connection'
import type { Fault } from './fault'
import type { Connection, Delivery, LogEntry, World } from './world'

/** A state file as an earlier sandbox wrote it: everything that came later may be missing. */
type EarlierWorld = Partial<World> & Pick<World, 'scenario' | 'seed' | 'connections' | 'requests'>

/** Takes the world as this or an earlier sandbox wrote it; gives it with everything that has been added since. */
export function upgradeWorld(earlier: EarlierWorld): World {
  return {
    clockOffsetMs: 0,
    faultSeed: earlier.seed,
    retiredSchemas: [],
    systemKeys: [],
    transformations: [],
    projects: [],
    events: [],
    nextEventId: 1,
    webhookFaults: null,
    emittedEvents: 0,
    nextStep: 0,
    webhooks: [],
    nextSeq: 1,
    groups: earlier.scenario.groups.map((group) => ({
      ...group,
      destination: { ...group.destination, daylightSavingTimeEnabled: false, networkingMethod: 'Directly' },
    })),
    ...earlier,
    format: 2,
    connections: earlier.connections.map(upgradeConnection),
    deliveries: (earlier.deliveries ?? []).map((delivery: Delivery) => ({
      ...delivery,
      faults: delivery.faults ?? [],
    })),
    faults: (earlier.faults ?? []).map((fault: Fault) => ({ ...fault, from: fault.from ?? 0, seen: fault.seen ?? 0 })),
    log: (earlier.log ?? []).map((entry: LogEntry) => ({ ...entry, fault: entry.fault ?? null })),
    requests: { ...earlier.requests, early: earlier.requests.early ?? [], waits: earlier.requests.waits ?? {} },
  }
}

function upgradeConnection(connection: Connection): Connection {
  const { schemaConfig, source } = connection
  return {
    ...blankConnection(connection),
    ...connection,
    source: source.map((schema) => ({
      ...schema,
      tables: schema.tables.map((table) => ({
        ...table,
        syncModes: table.syncModes ?? [],
        frozen: table.frozen ?? false,
      })),
    })),
    schemaConfig: schemaConfig && { ...schemaConfig, schemas: mapValues(schemaConfig.schemas, upgradeSchema) },
  }
}

function upgradeSchema(schema: ConfigSchema): ConfigSchema {
  return {
    ...schema,
    tables: mapValues(schema.tables, (table) => ({
      ...table,
      syncMode: table.syncMode ?? 'SOFT_DELETE',
      syncModes: table.syncModes ?? [],
    })),
  }
}
