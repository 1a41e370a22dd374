import { z } from 'zod'
import { INFERRED } from '@/sandbox/config/inferred'
import { ApiError } from '@/sandbox/errors/api-error'
import { namingRulesOf } from '@/sandbox/naming/destination-schema-name'
import type { Connection, JsonObject } from '@/sandbox/state/world'
import { parseBody } from './envelope'

const FREQUENCIES = [1, 5, 15, 30, 60, 120, 180, 360, 480, 720, 1440]

const patchSchema = z.object({
  paused: z.boolean().optional(),
  pause_after_trial: z.boolean().optional(),
  sync_frequency: z
    .int()
    .refine((minutes) => FREQUENCIES.includes(minutes))
    .optional(),
  schedule_type: z.enum(['auto', 'manual']).optional(),
  daily_sync_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):00$/)
    .nullable()
    .optional(),
  data_delay_sensitivity: z.enum(['LOW', 'NORMAL', 'HIGH', 'CUSTOM', 'SYNC_FREQUENCY']).optional(),
  data_delay_threshold: z.int().min(0).optional(),
  networking_method: z.enum(['Directly', 'SshTunnel', 'PrivateLink', 'ProxyAgent']).optional(),
  is_historical_sync: z.boolean().optional(),
  config: z.record(z.string(), z.json()).optional(),
  auth: z.record(z.string(), z.json()).optional(),
  schema_status: z.enum(['ready', 'blocked_on_capture']).optional(),
  destination_schema_names: z.enum(['FIVETRAN_NAMING', 'SOURCE_NAMING']).optional(),
  run_setup_tests: z.boolean().default(true),
})
type ConnectionPatch = z.output<typeof patchSchema>

/** Names of the destination schema, permanent after creation. */
const DESTINATION_SCHEMA_KEYS = ['schema', 'schema_prefix', 'table', 'table_group_name']
const NOT_PERSISTENT = ['run_setup_tests']

export interface PatchedConnection {
  changes: JsonObject
  runSetupTests: boolean
  startsHistoricalSync: boolean
}

/** Takes a connection and a request body; changes the connection and tells what moved. Refuses the whole body or takes it whole. */
export function patchConnection(connection: Connection, body: unknown): PatchedConnection {
  const patch = parseBody(patchSchema, body)
  refuseImmutable(connection, body)
  const sent = Object.entries(patch).filter(([name, value]) => value !== undefined && !NOT_PERSISTENT.includes(name))
  if (sent.length === 0) throw new ApiError(400, 'InvalidInput', 'At least one persistent field must be specified')
  refuseCombinations(connection, patch)

  connection.paused = patch.paused ?? connection.paused
  connection.pauseAfterTrial = patch.pause_after_trial ?? connection.pauseAfterTrial
  connection.syncFrequency = patch.sync_frequency ?? connection.syncFrequency
  connection.scheduleType = patch.schedule_type ?? connection.scheduleType
  if (patch.daily_sync_time !== undefined) connection.dailySyncTime = patch.daily_sync_time
  if (connection.syncFrequency !== 1440) connection.dailySyncTime = null
  connection.dataDelaySensitivity = patch.data_delay_sensitivity ?? connection.dataDelaySensitivity
  connection.dataDelayThreshold = patch.data_delay_threshold ?? connection.dataDelayThreshold
  connection.networkingMethod = patch.networking_method ?? connection.networkingMethod
  connection.schemaStatus = patch.schema_status ?? connection.schemaStatus
  connection.destinationSchemaNames = patch.destination_schema_names ?? connection.destinationSchemaNames
  if (patch.auth) connection.authorised = true
  if (patch.config) connection.config = { ...connection.config, ...patch.config }
  const startsHistoricalSync = patch.is_historical_sync === true
  if (startsHistoricalSync) connection.isHistoricalSync = true
  // Credentials are write-only: taken, never shown, not even among the changes.
  const changes: JsonObject = Object.fromEntries(sent.filter(([name]) => name !== 'auth'))
  return { changes, runSetupTests: patch.run_setup_tests, startsHistoricalSync }
}

function refuseImmutable(connection: Connection, body: unknown): void {
  const { status, code } = INFERRED.immutableField
  const fields = typeof body === 'object' && body !== null ? body : {}
  const config = 'config' in fields && typeof fields.config === 'object' && fields.config !== null ? fields.config : {}
  const names = ['group_id', 'service', 'schema'].filter((name) => Object.hasOwn(fields, name))
  const keys = DESTINATION_SCHEMA_KEYS.filter(
    (name) => Object.hasOwn(config, name) && Reflect.get(config, name) !== connection.config[name],
  )
  const field = names[0] ?? (keys[0] && `config.${keys[0]}`)
  if (field) throw new ApiError(status, code, `Field '${field}' cannot be changed`)
}

function refuseCombinations(connection: Connection, patch: ConnectionPatch): void {
  const frequency = patch.sync_frequency ?? connection.syncFrequency
  if (patch.daily_sync_time && frequency !== 1440) {
    throw new ApiError(400, 'InvalidInput', `Field 'daily_sync_time' is supported only with 'sync_frequency' 1440`)
  }
  const sensitivity = patch.data_delay_sensitivity ?? connection.dataDelaySensitivity
  if (patch.data_delay_threshold && sensitivity !== 'CUSTOM') {
    throw new ApiError(
      400,
      'InvalidInput',
      `Field 'data_delay_threshold' is supported only with 'data_delay_sensitivity' CUSTOM`,
    )
  }
  const naming = patch.destination_schema_names
  if (naming && naming !== connection.destinationSchemaNames && connection.delivered.length > 0) {
    throw new ApiError(400, 'InvalidInput', `Field 'destination_schema_names' cannot be changed after the initial sync`)
  }
  if (naming === 'SOURCE_NAMING' && namingRulesOf(connection.service) !== 'database') {
    throw new ApiError(400, 'InvalidInput', `Source naming is not supported for service '${connection.service}'`)
  }
  if (patch.schema_status && namingRulesOf(connection.service) === 'database') {
    throw new ApiError(
      400,
      'InvalidInput',
      `Field 'schema_status' is not supported for service '${connection.service}'`,
    )
  }
}
