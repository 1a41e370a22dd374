import { z } from 'zod'
import type { ConnectionTask, ObservedConnection } from '@/lib/integrations/fivetran/port'
import { flag, instant, text, wholeNumber, word } from './tolerant'

/** Tasks carry a `details` of any kind, and once in a while an entry that is no object: the others must still be seen. */
const tasks = z
  .unknown()
  .optional()
  .transform((value): ConnectionTask[] => {
    if (!Array.isArray(value)) return []
    return value.flatMap((item) => {
      const parsed = z.object({ code: text, message: text }).safeParse(item)
      return parsed.success ? [{ code: parsed.data.code ?? 'unknown', message: parsed.data.message ?? '' }] : []
    })
  })

const setupState = word(['incomplete', 'connected', 'broken'])
const statusSchema = z.object({
  setup_state: setupState,
  sync_state: word(['scheduled', 'syncing', 'paused', 'rescheduled']),
  update_state: word(['on_schedule', 'delayed']),
  is_historical_sync: flag(false),
  rescheduled_for: instant,
  tasks,
  warnings: tasks,
})

/**
 * One connection as the service sends it. Only identity, group and connector type are demanded. `config`, `auth` and `setup_tests`
 * are not read at all: their types change without notice, and they hold what is none of our business.
 */
export const connectionShape = z
  .object({
    id: z.string().min(1),
    group_id: z.string().min(1),
    service: z.string().min(1),
    schema: text,
    paused: flag(false),
    sync_frequency: wholeNumber,
    schedule_type: word(['auto', 'manual']),
    succeeded_at: instant,
    failed_at: instant,
    status: statusSchema.nullish(),
  })
  .transform((connection): ObservedConnection => {
    const status = connection.status ?? statusSchema.parse({})
    return {
      externalId: connection.id,
      groupId: connection.group_id,
      service: connection.service,
      schemaName: connection.schema ?? connection.id,
      paused: connection.paused,
      syncFrequencyMinutes: connection.sync_frequency,
      scheduleKind: connection.schedule_type,
      setupState: status.setup_state,
      syncState: status.sync_state,
      isDelayed: status.update_state === 'delayed',
      isHistoricalSync: status.is_historical_sync,
      succeededAt: connection.succeeded_at,
      failedAt: connection.failed_at,
      rescheduledFor: status.rescheduled_for,
      tasks: status.tasks,
      warnings: status.warnings,
    }
  })
