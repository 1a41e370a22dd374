import { z } from 'zod'

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

/** When a transformation runs. */
export const scheduleSchema = z.object({
  schedule_type: z.enum(['INTEGRATED', 'TIME_OF_DAY', 'INTERVAL', 'CRON']),
  cron: z.array(z.string()).optional(),
  interval: z.int().min(1).optional(),
  time_of_day: z
    .string()
    .regex(/^([01]\d|2[0-3]):(00|30)$/)
    .optional(),
  days_of_week: z.array(z.enum(DAYS)).optional(),
  connection_ids: z.array(z.string()).optional(),
  transformation_ids: z.array(z.string()).optional(),
  smart_syncing: z.boolean().optional(),
})

/** What it runs: steps of a dbt project, or a package. Which of the two is checked against the type. */
export const transformationConfigSchema = z.object({
  project_id: z.string().optional(),
  name: z.string().optional(),
  steps: z.array(z.object({ name: z.string(), command: z.string() })).optional(),
  package_name: z.string().optional(),
  connection_ids: z.array(z.string()).optional(),
  excluded_models: z.array(z.string()).optional(),
  configurable_variables: z.record(z.string(), z.json()).optional(),
})
