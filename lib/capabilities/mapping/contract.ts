import { z } from 'zod'
import { evidenceSchema } from '@/lib/control-loop/proposal/domain/evidence'
import { changeHandlingSchema, logicalTypeSchema, syncModeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** REST shapes of "Map a source": what is sent in, the proposal that is edited and sent back, and the documents made of it. */

/** A sample larger than this belongs on the command line, which reads it as a stream. */
export const sourceTextBytesMax = 8 * 1024 * 1024
/** More columns than this are not edited by hand, and would make an answer nobody reads. */
export const mappedColumnsMax = 5_000
export const mappedTablesMax = 2_000

const sourceName = z.string().trim().min(1).max(200)
// Counted in characters here and in bytes by the service: a character is never less than one.
const sourceText = z.string().min(1).max(sourceTextBytesMax)

export const mappingRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('records'), name: sourceName, text: sourceText }),
  z.strictObject({ kind: z.literal('ddl'), name: sourceName, text: sourceText }),
  z.strictObject({ kind: z.literal('openapi'), name: sourceName, text: sourceText }),
  z.strictObject({
    kind: z.literal('connection'),
    connectionId: z.uuid(),
    /** Which of its schemas; without it the one with most tables. */
    schema: z.string().min(1).max(500).optional(),
  }),
  /** A document that a model read: the answer is stored, and mapped by the rules like any other source. */
  z.strictObject({ kind: z.literal('document'), adviceId: z.uuid() }),
])
export type MappingRequest = z.infer<typeof mappingRequestSchema>
export type SourceKind = MappingRequest['kind']

// Names of a source are cut off long before by the service; transliteration and words make them up to several times longer.
const path = z.string().max(5_000)
const sentence = z.string().max(10_000)
const share = z.number().min(0).max(1)

/** What every warehouse takes without quotes. Written into code and SQL, so nothing else gets through. */
export const destinationNamePattern = /^[A-Za-z_][A-Za-z0-9_]*$/
/** Of models: letters of any script, because a model may quote. */
export const standardNamePattern = /^[\p{L}\p{M}\p{N}_]+$/u
const destinationName = z.string().max(5_000).regex(destinationNamePattern)

const columnMappingSchema = z.strictObject({
  source: path,
  name: destinationName,
  standardName: z.string().max(5_000).regex(standardNamePattern),
  type: logicalTypeSchema,
  enabled: z.boolean(),
  hashed: z.boolean(),
  nullable: z.boolean(),
  class: z.string().max(60).nullable(),
  description: z.string().max(20_000).nullable(),
  reasons: z.array(sentence).max(20),
})
export type ColumnMapping = z.infer<typeof columnMappingSchema>

const foreignKeySchema = z.strictObject({
  columns: z.array(path).max(mappedColumnsMax),
  table: path,
  references: z.array(path).max(mappedColumnsMax),
  confidence: share,
  reason: sentence,
})

const tableMappingSchema = z.strictObject({
  source: path,
  name: destinationName,
  enabled: z.boolean(),
  syncMode: syncModeSchema,
  syncModeReason: sentence,
  key: z.array(path).max(mappedColumnsMax),
  keyReason: sentence,
  load: z.enum(['incremental', 'full']),
  cursor: path.nullable(),
  loadReason: sentence,
  partitionBy: path.nullable(),
  clusterBy: z.array(path).max(20),
  foreignKeys: z.array(foreignKeySchema).max(mappedColumnsMax),
  columns: z.array(columnMappingSchema).max(mappedColumnsMax),
  nested: z
    .array(
      z.strictObject({
        path,
        as: z.enum(['columns', 'json', 'child-table']),
        table: path.nullable(),
        reason: sentence,
      }),
    )
    .max(mappedColumnsMax),
  parent: z.strictObject({ table: path, path }).nullable(),
})
export type TableMapping = z.infer<typeof tableMappingSchema>

/** What a person edits and sends back. Refuses what the documents could not say: a key of no column, two of one source, a table below itself. */
export const mappingSchema = z
  .strictObject({ schema: destinationName, tables: z.array(tableMappingSchema).min(1).max(mappedTablesMax) })
  .superRefine(({ tables }, context) => {
    const refuse = (at: (string | number)[], message: string) => context.addIssue({ code: 'custom', path: at, message })
    const parents = new Map(tables.map(({ source, parent }) => [source, parent?.table ?? null]))
    if (parents.size < tables.length) refuse(['tables'], 'Two tables have one source')
    if (tables.reduce((sum, { columns }) => sum + columns.length, 0) > mappedColumnsMax)
      refuse(['tables'], `More than ${mappedColumnsMax} columns`)
    for (const [at, table] of tables.entries()) {
      const columns = new Set(table.columns.map(({ source }) => source))
      if (columns.size < table.columns.length) refuse(['tables', at, 'columns'], 'Two columns have one source')
      if (table.key.some((column) => !columns.has(column))) refuse(['tables', at, 'key'], 'The key names no column')
      if (table.cursor !== null && !columns.has(table.cursor))
        refuse(['tables', at, 'cursor'], 'There is no such column')
      if (!endsAtTop(table.source, parents)) refuse(['tables', at, 'parent'], 'There is no such table above it')
    }
  })
export type Mapping = z.infer<typeof mappingSchema>

/** False when a parent is missing, or a table is its own parent by way of others. */
function endsAtTop(source: string, parents: ReadonlyMap<string, string | null>): boolean {
  let at: string | null = source
  for (let step = 0; step <= parents.size; step += 1) {
    const above: string | null | undefined = parents.get(at)
    if (above === undefined) return false
    if (above === null) return true
    at = above
  }
  return false
}

/** Sources that would be written into one column, or one table where `table` is null. */
export const collisionSchema = z.object({
  table: z.string().nullable(),
  name: z.string(),
  sources: z.array(z.string()),
})
export type Collision = z.infer<typeof collisionSchema>

export const documentKinds = ['schema-config', 'connector-sdk', 'function', 'dbt-sources', 'dbt-models'] as const
export const renderedDocumentSchema = z.object({
  kind: z.enum(documentKinds),
  files: z.array(z.object({ path: z.string(), text: z.string() })),
})
export type RenderedDocument = z.infer<typeof renderedDocumentSchema>

export const renderingsSchema = z.object({
  collisions: z.array(collisionSchema),
  documents: z.array(renderedDocumentSchema),
})
export type Renderings = z.infer<typeof renderingsSchema>

const columnNoteSchema = z.object({
  source: z.string(),
  /** Business names, best first. */
  names: z.array(z.object({ name: z.string(), confidence: share, reasons: z.array(z.string()) })),
  class: z.object({
    name: z.string().nullable(),
    /** null: a person's word, or nothing to be sure of. */
    confidence: share.nullable(),
    evidence: z.array(evidenceSchema),
    decidedBy: z.string().nullable(),
  }),
})
export type ColumnNote = z.infer<typeof columnNoteSchema>

const tableNoteSchema = z.object({
  source: z.string(),
  /** null: only a definition was seen. */
  rows: z.number().nullable(),
  keys: z.array(z.object({ columns: z.array(z.string()), confidence: share, reasons: z.array(z.string()) })),
  cursors: z.array(z.object({ column: z.string(), confidence: share, reason: z.string() })),
  columns: z.array(columnNoteSchema),
})
export type TableNote = z.infer<typeof tableNoteSchema>

export const mappingAnswerSchema = renderingsSchema.extend({
  /** Tells two answers apart, for what is made of them later. */
  id: z.string(),
  source: z.object({
    kind: z.enum(['records', 'ddl', 'openapi', 'connection', 'document']),
    name: z.string(),
    /** Of a connection: which, the schema that was read, and those it has. */
    connectionId: z.string().nullable(),
    schema: z.string().nullable(),
    schemas: z.array(z.string()),
    snapshot: z.number().nullable(),
  }),
  mapping: mappingSchema,
  /** Why it is proposed so: the same tables and columns in the same order. */
  notes: z.array(tableNoteSchema),
})
export type MappingAnswer = z.infer<typeof mappingAnswerSchema>

/** Where a mapping may be staged: the account's destinations, and what lands in each as last read. */
export const stagingPlacesSchema = z.object({
  destinations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      service: z.string(),
      connections: z.array(z.object({ name: z.string(), schemas: z.array(z.string()) })),
    }),
  ),
})
export type StagingPlaces = z.infer<typeof stagingPlacesSchema>

/** More settings than this nobody reviews at once. */
export const stagedSettingsMax = 2_000

/** Stages a mapping: a proposal to create a connection for it. Nothing here signs in anywhere; a person does that in Fivetran. */
export const stageMappingRequestSchema = z.strictObject({
  mapping: mappingSchema,
  sourceName: sourceName,
  destinationId: z.uuid(),
  service: z.string().min(1).max(100),
  /** Schema or prefix. */
  name: z.string().min(1).max(63),
  /** Table or group of tables, where the type has one. */
  part: z.string().min(1).max(63).nullable(),
  /** Schema at the source, where the type has such. */
  sourceSchema: z.string().min(1).max(255),
  changeHandling: changeHandlingSchema,
  address: z
    .strictObject({
      host: z.string().trim().min(1).max(253),
      port: z.int().min(1).max(65_535),
      database: z.string().trim().min(1).max(128),
    })
    .nullable(),
  rationale: z.string().trim().min(1).max(2_000),
})
export type StageMappingRequest = z.infer<typeof stageMappingRequestSchema>
export const stageMappingResponseSchema = z.object({ id: z.string(), number: z.number() })
