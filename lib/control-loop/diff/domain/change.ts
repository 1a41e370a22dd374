import { z } from 'zod'
import {
  changeHandlingSchema,
  columnStateSchema,
  logicalTypeSchema,
  syncModeSchema,
  tableStateSchema,
} from '@/lib/control-loop/snapshot/domain/schema-tree'

/**
 * The closed union of observed differences between a base (the approved baseline) and a revision. Facts only: no severity, no advice.
 * Stored as JSON in `change.details`: changing a member needs a migration.
 */
const schemaPath = z.object({ schema: z.string() })
const tablePath = schemaPath.extend({ table: z.string() })
const columnPath = tablePath.extend({ column: z.string() })
const typeMove = { path: columnPath, base: logicalTypeSchema, revision: logicalTypeSchema }
const flag = { base: z.boolean(), revision: z.boolean() }

export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('schema-added'), path: schemaPath, enabled: z.boolean() }),
  z.object({ kind: z.literal('schema-removed'), path: schemaPath }),
  z.object({ kind: z.literal('schema-enablement-changed'), path: schemaPath, ...flag }),
  z.object({ kind: z.literal('table-added'), path: tablePath, revision: tableStateSchema }),
  z.object({ kind: z.literal('table-removed'), path: tablePath, base: tableStateSchema }),
  z.object({ kind: z.literal('table-enablement-changed'), path: tablePath, ...flag }),
  z.object({
    kind: z.literal('sync-mode-changed'),
    path: tablePath,
    base: syncModeSchema.nullable(),
    revision: syncModeSchema.nullable(),
  }),
  z.object({
    kind: z.literal('key-changed'),
    path: tablePath,
    base: z.array(z.string()),
    revision: z.array(z.string()),
  }),
  z.object({ kind: z.literal('column-added'), path: columnPath, revision: columnStateSchema }),
  z.object({ kind: z.literal('column-removed'), path: columnPath, base: columnStateSchema }),
  z.object({ kind: z.literal('column-enablement-changed'), path: columnPath, ...flag }),
  z.object({ kind: z.literal('column-hash-changed'), path: columnPath, ...flag }),
  z.object({ kind: z.literal('type-widened'), ...typeMove }),
  z.object({ kind: z.literal('type-narrowed'), ...typeMove }),
  z.object({ kind: z.literal('type-changed'), ...typeMove }),
  z.object({ kind: z.literal('nullability-changed'), path: columnPath, ...flag }),
  z.object({
    kind: z.literal('destination-name-changed'),
    path: z.object({ schema: z.string(), table: z.string().optional(), column: z.string().optional() }),
    base: z.string(),
    revision: z.string(),
  }),
  z.object({
    kind: z.literal('change-handling-changed'),
    path: z.object({}),
    base: changeHandlingSchema,
    revision: changeHandlingSchema,
  }),
  z.object({
    kind: z.literal('type-lock-changed'),
    path: z.object({}),
    base: z.boolean().nullable(),
    revision: z.boolean().nullable(),
  }),
])
export type Change = z.infer<typeof changeSchema>
export type ChangeKind = Change['kind']

export const severities = ['safe', 'dangerous', 'breaking'] as const
export type Severity = (typeof severities)[number]

/** A pair that may be one object under a new name. A suggestion: until a person confirms it, it is one drop and one add. */
export const renameSuggestionSchema = z.object({
  schema: z.string(),
  table: z.string(),
  from: z.string(),
  to: z.string(),
  /** 0 to 1; calibrated on labelled pairs, see the slice's README. */
  confidence: z.number(),
  evidence: z.array(
    z.object({ verdict: z.enum(['for', 'against', 'neutral']), text: z.string(), measure: z.string().nullable() }),
  ),
})
export type RenameSuggestion = z.infer<typeof renameSuggestionSchema>
