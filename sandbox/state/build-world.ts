import type { Scenario, ScenarioConnection } from '@/sandbox/scenarios/scenario-schema'
import { withSeedKeys } from '@/sandbox/source/source-model'
import type { Connection, World } from './world'

/** Takes a scenario and a seed (null: the scenario's own); gives the world before its first sync. */
export function buildWorld(scenario: Scenario, seed: number | null, firstSeq: number): World {
  return {
    format: 1,
    seed: seed ?? scenario.seed,
    clockOffsetMs: 0,
    scenario,
    nextStep: 0,
    connections: scenario.connections.map(buildConnection),
    webhooks: [],
    deliveries: [],
    faults: [],
    log: [],
    // Sequence numbers outlive a reset, so that nobody who asks `since` misses an entry.
    nextSeq: firstSeq,
    requests: { total: 0, byRoute: {}, byStatus: {}, sourceInteractions: 0, setupTests: 0 },
  }
}

function buildConnection(connection: ScenarioConnection): Connection {
  return {
    id: connection.id,
    groupId: connection.group_id,
    service: connection.service,
    serviceVersion: connection.service_version,
    schema: connection.schema,
    connectedBy: connection.connected_by,
    createdAt: connection.created_at,
    paused: connection.paused,
    pauseAfterTrial: false,
    syncFrequency: connection.sync_frequency,
    scheduleType: connection.schedule_type,
    dailySyncTime: null,
    dataDelaySensitivity: 'NORMAL',
    dataDelayThreshold: 0,
    networkingMethod: 'Directly',
    config: connection.config,
    setupState: connection.setup_state,
    tasks: connection.tasks,
    warnings: connection.warnings,
    exposesPrimaryKeys: connection.exposes_primary_keys,
    isHistoricalSync: true,
    succeededAt: null,
    failedAt: null,
    lastStartedAt: null,
    source: withSeedKeys(connection.id, connection.source),
    schemaConfig: null,
    delivered: [],
    run: null,
    syncs: [],
  }
}
