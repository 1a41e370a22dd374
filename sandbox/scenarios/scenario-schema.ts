import { z } from 'zod'
import { sourceChangeSchema } from '@/sandbox/source/source-change'
import { sourceSchemaSchema } from '@/sandbox/source/source-model'

const jsonObject = z.record(z.string(), z.json())

const groupSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  created_at: z.iso.datetime(),
  destination: z.object({
    service: z.string(),
    region: z.string(),
    time_zone_offset: z.string(),
    setup_status: z.enum(['connected', 'incomplete', 'broken']).default('connected'),
    config: jsonObject,
  }),
})

const connectionSchema = z.object({
  id: z.string().min(1),
  group_id: z.string().min(1),
  service: z.string().min(1),
  /** Connection name, and destination schema or prefix. Permanent. */
  schema: z
    .string()
    .regex(/^(?!pg_)[a-z_][a-z0-9_]*$/, 'lower-case letters, digits and underscores; no leading digit, no leading pg_'),
  service_version: z.int().default(1),
  connected_by: z.string().nullable().default(null),
  created_at: z.iso.datetime(),
  paused: z.boolean().default(false),
  sync_frequency: z.int().default(360),
  schedule_type: z.enum(['auto', 'manual']).default('auto'),
  config: jsonObject.default({}),
  setup_state: z.enum(['incomplete', 'connected', 'broken']).default('connected'),
  tasks: z.array(z.object({ code: z.string(), message: z.string(), details: z.string().default('') })).default([]),
  warnings: z.array(z.object({ code: z.string(), message: z.string(), details: z.string().default('') })).default([]),
  exposes_primary_keys: z.boolean().default(true),
  /** false: never synced, so it has no schema config yet. */
  initial_sync: z.boolean().default(true),
  /** With initial_sync false: it has synced before all the same, only the rows are not in the warehouse yet. */
  captured: z.boolean().default(false),
  source: z.array(sourceSchemaSchema),
})

export const scenarioActionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('source'), connection: z.string(), change: sourceChangeSchema }),
  z.object({ do: z.literal('sync'), connection: z.string() }),
  z.object({ do: z.literal('edit'), path: z.string(), body: jsonObject }),
  z.object({ do: z.literal('clock'), advance_ms: z.int().positive() }),
])
export type ScenarioAction = z.infer<typeof scenarioActionSchema>

/** The file format of a scenario: what the account holds at the start, and what happens to it, step by step. */
export const scenarioSchema = z.object({
  name: z.string().min(1),
  seed: z.int().default(1),
  account: z.object({ id: z.string(), name: z.string() }),
  users: z.array(
    z.object({
      id: z.string(),
      email: z.email(),
      given_name: z.string(),
      family_name: z.string(),
      role: z.string(),
      created_at: z.iso.datetime(),
    }),
  ),
  teams: z.array(z.object({ id: z.string(), name: z.string(), description: z.string(), role: z.string() })).default([]),
  groups: z.array(groupSchema).min(1),
  /** Whether every destination has its Platform Connector, as the service gives it one. */
  platform_connectors: z.boolean().default(true),
  connections: z.array(connectionSchema),
  timeline: z.array(z.object({ title: z.string(), actions: z.array(scenarioActionSchema).min(1) })).default([]),
})
export type Scenario = z.infer<typeof scenarioSchema>
export type ScenarioConnection = z.infer<typeof connectionSchema>
