import { z } from 'zod'
import { connectionRefSchema } from '@/lib/control-loop/connection/contract'
import { evidenceSchema } from '@/lib/control-loop/proposal/domain/evidence'
import { dataClassSchema } from './domain/data-class'

/** REST shapes of the catalog: tables with the classes of their columns, what people decide of them, what changed rules would flip. */
const instant = z.iso.datetime({ offset: true })
const classOrNone = dataClassSchema.nullable()
const name = z.string().min(1).max(500)

export const catalogListQuerySchema = z.object({
  connection: z.uuid().optional(),
  class: dataClassSchema.optional(),
  /** Only tables with a sensitive column that is synced and not hashed. */
  plain: z.stringbool().optional(),
  /** Only tables with a class nobody has accepted or corrected yet. */
  undecided: z.stringbool().optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().max(4_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type CatalogListQuery = z.infer<typeof catalogListQuerySchema>

export const catalogTableRowSchema = z.object({
  connection: connectionRefSchema,
  schema: z.string(),
  table: z.string(),
  isSynced: z.boolean(),
  columns: z.number(),
  /** How many columns hold what, the commonest first. */
  classes: z.array(z.object({ class: dataClassSchema, columns: z.number() })),
  /** Sensitive columns that are synced and not hashed. */
  plain: z.number(),
  /** Columns whose class nobody has decided. */
  undecided: z.number(),
})
export type CatalogTableRow = z.infer<typeof catalogTableRowSchema>

/** Worst first: most sensitive columns in plain text, then most undecided. The counts are of the whole catalog, or of the connection asked for. */
export const catalogListSchema = z.object({
  items: z.array(catalogTableRowSchema),
  nextCursor: z.string().nullable(),
  counts: z.object({
    tables: z.number(),
    plainTables: z.number(),
    plainColumns: z.number(),
    undecidedTables: z.number(),
    undecidedColumns: z.number(),
  }),
  /** Columns of each class. */
  classes: z.array(z.object({ class: dataClassSchema, columns: z.number() })),
})
export type CatalogList = z.infer<typeof catalogListSchema>

export const columnClassViewSchema = z.object({
  /** What counts: the decision of a person, else what the recognisers say. */
  class: classOrNone,
  sensitive: z.boolean(),
  recognisedClass: classOrNone,
  evidence: z.array(evidenceSchema),
  /** null: no recogniser has looked yet. */
  judgedAt: instant.nullable(),
  decided: z.object({ by: z.string(), at: instant }).nullable(),
  /** What changed rules would say instead; null when they would change nothing. */
  fresh: z.object({ class: classOrNone, evidence: z.array(evidenceSchema) }).nullable(),
})
export type ColumnClassView = z.infer<typeof columnClassViewSchema>

export const catalogColumnSchema = z.object({
  name: z.string(),
  destinationName: z.string(),
  type: z.string().nullable(),
  primaryKey: z.boolean(),
  /** As it lands: a column of a table that is off is not synced either. */
  synced: z.boolean(),
  hashed: z.boolean(),
  isGone: z.boolean(),
  /** Added by Fivetran itself: it has no class. */
  isSystem: z.boolean(),
  class: columnClassViewSchema.nullable(),
})
export type CatalogColumn = z.infer<typeof catalogColumnSchema>

export const catalogTableSchema = z.object({
  connection: connectionRefSchema,
  schema: z.string(),
  table: z.string(),
  isSynced: z.boolean(),
  snapshot: z.object({ number: z.number(), takenAt: instant }),
  columnsComplete: z.boolean(),
  columns: z.array(catalogColumnSchema),
})
export type CatalogTable = z.infer<typeof catalogTableSchema>

const columnRef = { connectionId: z.uuid(), schema: name, table: name, column: name }

/** What a person says a column holds; null: nothing personal. */
export const decideClassRequestSchema = z.object({ ...columnRef, class: classOrNone }).strict()
export type DecideClassRequest = z.infer<typeof decideClassRequestSchema>

export const undoClassRequestSchema = z.object(columnRef).strict()
export type UndoClassRequest = z.infer<typeof undoClassRequestSchema>

/** Columns that changed rules would give another class, together by what they would go from and to. */
export const classFlipsSchema = z.object({
  groups: z.array(
    z.object({
      from: classOrNone,
      to: classOrNone,
      /** A person decided the class they have. */
      isDecided: z.boolean(),
      columns: z.number(),
      /** The first of them. */
      examples: z.array(
        z.object({
          connection: connectionRefSchema,
          schema: z.string(),
          table: z.string(),
          column: z.string(),
          decidedBy: z.string().nullable(),
          evidence: z.array(evidenceSchema),
        }),
      ),
    }),
  ),
})
export type ClassFlipGroup = z.infer<typeof classFlipsSchema>['groups'][number]

export const decideFlipsRequestSchema = z
  .object({ from: classOrNone, to: classOrNone, isDecided: z.boolean(), accept: z.boolean() })
  .strict()
export type DecideFlipsRequest = z.infer<typeof decideFlipsRequestSchema>

/** A request answers some hundreds; `remaining` says how many of the group are left. */
export const decideFlipsAnswerSchema = z.object({
  decided: z.number(),
  remaining: z.number(),
  correlationId: z.string(),
})
