import type { Connection } from './world'

/** Takes what a connection is born with; gives it as it is before anybody has configured or synced it. */
export function blankConnection(
  birth: Pick<Connection, 'id' | 'groupId' | 'service' | 'schema' | 'createdAt'>,
): Connection {
  return {
    ...birth,
    serviceVersion: 1,
    connectedBy: null,
    paused: false,
    pauseAfterTrial: false,
    syncFrequency: 360,
    scheduleType: 'auto',
    dailySyncTime: null,
    dataDelaySensitivity: 'NORMAL',
    dataDelayThreshold: 0,
    networkingMethod: 'Directly',
    config: {},
    setupState: 'incomplete',
    tasks: [],
    warnings: [],
    exposesPrimaryKeys: true,
    isHistoricalSync: true,
    succeededAt: null,
    failedAt: null,
    lastStartedAt: null,
    source: [],
    schemaConfig: null,
    delivered: [],
    run: null,
    syncs: [],
    pendingResync: null,
    precreated: null,
    schemaStatus: 'ready',
    state: null,
    destinationSchemaNames: 'FIVETRAN_NAMING',
    authorised: false,
    rescheduledFor: null,
    nextOutcome: null,
  }
}
