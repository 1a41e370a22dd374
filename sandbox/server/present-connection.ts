import { namingRulesOf } from '@/sandbox/naming/destination-schema-name'
import { maskSecrets } from '@/sandbox/state/append-log'
import type { Connection } from '@/sandbox/state/world'

/** Takes a connection and the sandbox's time; gives it as the service answers it. */
export function presentConnection(connection: Connection, now: Date) {
  return {
    id: connection.id,
    group_id: connection.groupId,
    service: connection.service,
    service_version: connection.serviceVersion,
    schema: connection.schema,
    connected_by: connection.connectedBy,
    created_at: connection.createdAt,
    succeeded_at: connection.succeededAt,
    failed_at: connection.failedAt,
    paused: connection.paused,
    pause_after_trial: connection.pauseAfterTrial,
    sync_frequency: connection.syncFrequency,
    schedule_type: connection.scheduleType,
    daily_sync_time: connection.dailySyncTime,
    data_delay_sensitivity: connection.dataDelaySensitivity,
    data_delay_threshold: connection.dataDelayThreshold,
    networking_method: connection.networkingMethod,
    destination_schema_names: connection.destinationSchemaNames,
    status: {
      setup_state: connection.setupState,
      // Only application services have the capture-before-sync flow this belongs to.
      ...(namingRulesOf(connection.service) === 'application' ? { schema_status: connection.schemaStatus } : {}),
      sync_state: syncState(connection),
      update_state: isDelayed(connection, now) ? 'delayed' : 'on_schedule',
      is_historical_sync: connection.isHistoricalSync,
      rescheduled_for: connection.rescheduledFor,
      tasks: connection.tasks,
      warnings: connection.warnings,
    },
    config: maskSecrets(connection.config),
    source_sync_details: {},
  }
}

function syncState(connection: Connection): string {
  if (connection.paused) return 'paused'
  if (connection.run) return 'syncing'
  return connection.rescheduledFor === null ? 'scheduled' : 'rescheduled'
}

/** Late means: no success for two whole intervals. */
function isDelayed(connection: Connection, now: Date): boolean {
  if (connection.paused || connection.scheduleType === 'manual') return false
  if (connection.tasks.length > 0) return true
  if (connection.succeededAt === null) return false
  return now.getTime() - Date.parse(connection.succeededAt) > 2 * connection.syncFrequency * 60_000
}
