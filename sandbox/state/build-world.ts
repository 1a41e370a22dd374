import { captureSchema } from '@/sandbox/config/capture-schema'
import type { Scenario, ScenarioConnection } from '@/sandbox/scenarios/scenario-schema'
import { withSeedKeys } from '@/sandbox/source/source-model'
import { blankConnection } from './blank-connection'
import { buildPlatformConnector } from './build-platform-connector'
import type { Connection, World } from './world'

/** null: the scenario's own; faults fall back to the seed of the rows. */
export interface Seeds {
  seed: number | null
  faultSeed: number | null
}

/** Takes a scenario and a seed (null: the scenario's own); gives the world before its first sync. */
export function buildWorld(scenario: Scenario, seeds: Seeds, firstSeq: number): World {
  const seed = seeds.seed ?? scenario.seed
  return {
    format: 2,
    seed,
    faultSeed: seeds.faultSeed ?? seed,
    clockOffsetMs: 0,
    scenario,
    nextStep: 0,
    groups: scenario.groups.map((group) => ({
      ...group,
      destination: { ...group.destination, daylightSavingTimeEnabled: false, networkingMethod: 'Directly' },
    })),
    connections: [
      ...scenario.connections.map(buildConnection),
      ...(scenario.platform_connectors ? scenario.groups.map((group) => buildPlatformConnector(group)) : []),
    ],
    retiredSchemas: [],
    systemKeys: [],
    transformations: [],
    projects: [],
    events: [],
    nextEventId: 1,
    webhookFaults: null,
    emittedEvents: 0,
    webhooks: [],
    deliveries: [],
    faults: [],
    log: [],
    // Sequence numbers outlive a reset, so that nobody who asks `since` misses an entry.
    nextSeq: firstSeq,
    requests: { total: 0, byRoute: {}, byStatus: {}, sourceInteractions: 0, setupTests: 0, early: [], waits: {} },
  }
}

function buildConnection(connection: ScenarioConnection): Connection {
  return {
    ...blankConnection({
      id: connection.id,
      groupId: connection.group_id,
      service: connection.service,
      schema: connection.schema,
      createdAt: connection.created_at,
    }),
    serviceVersion: connection.service_version,
    connectedBy: connection.connected_by,
    paused: connection.paused,
    syncFrequency: connection.sync_frequency,
    scheduleType: connection.schedule_type,
    config: connection.config,
    setupState: connection.setup_state,
    tasks: connection.tasks,
    warnings: connection.warnings,
    exposesPrimaryKeys: connection.exposes_primary_keys,
    ...seenSource(connection),
  }
}

function seenSource(connection: ScenarioConnection): Partial<Connection> {
  const source = withSeedKeys(connection.id, connection.source)
  if (!connection.captured) return { source }
  const { created_at: at } = connection
  return {
    source,
    schemaConfig: captureSchema(null, source),
    succeededAt: at,
    lastStartedAt: at,
    isHistoricalSync: false,
  }
}
