import { randomUUID } from 'node:crypto'
import type { SyncMode } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { InvalidInputError, TooLargeError } from '@/lib/platform/http/app-error'
import {
  type MappingAnswer,
  type MappingRequest,
  mappedColumnsMax,
  mappedTablesMax,
  sourceTextBytesMax,
  type TableNote,
} from '../contract'
import { parseDdl } from '../domain/documents/parse-ddl'
import { readJsonSchema } from '../domain/documents/read-json-schema'
import { fieldName, type InferredTable, MappingInputError } from '../domain/inferred-table'
import { proposeStandardNames } from '../domain/naming/propose-standard-names'
import { proposeMapping } from '../domain/proposal/propose-mapping'
import { type ClassNote, classifyByRules } from './classify-field'
import { keepConnectionSettings } from './keep-connection-settings'
import { parseJsonText } from './parse-json-text'
import { type ConnectionTables, classifyKnown, readConnectionTables } from './read-connection-tables'
import { keepReadModes, readDocumentTables } from './read-document-tables'
import { readRecords } from './read-records'
import { renderMapping } from './render-mapping'
import { settleNames } from './settle-names'

/** Of a name or a path in the source. The longest a warehouse takes is 255. */
const nameLengthMax = 500

/**
 * Reads a source and proposes how to sync it: a sample, a script, a document, or a connection as last seen. Pure inference in this process: no call
 * to anyone, nothing stored. Refuses what cannot be read, with its line or path.
 */
export async function proposeFromSource(ctx: ServiceContext, request: MappingRequest): Promise<MappingAnswer> {
  requirePermission(ctx.actor, 'proposals.write')
  const known = request.kind === 'connection' ? await readConnectionTables(request.connectionId, request.schema) : null
  const { name, tables, syncModes } = await readTables(request, known)
  checkSize(tables)
  const proposed = propose(name, tables, known)
  const mapping = syncModes === null ? proposed.mapping : keepReadModes(proposed.mapping, syncModes)
  const { notes } = proposed
  return {
    id: randomUUID(),
    source: {
      kind: request.kind,
      name,
      connectionId: request.kind === 'connection' ? request.connectionId : null,
      schema: known?.schema ?? null,
      schemas: known?.schemas ?? [],
      snapshot: known?.snapshot ?? null,
    },
    mapping,
    notes,
    ...(await renderMapping(mapping)),
  }
}

/** Refuses what is too much to edit by hand, so that every answer of ours keeps to its contract. */
function checkSize(tables: readonly InferredTable[]): void {
  const columns = tables.reduce((sum, { fields }) => sum + fields.length, 0)
  const advice = 'Map a part of it, or use the command line.'
  if (columns > mappedColumnsMax)
    throw new InvalidInputError(
      `${columns} columns are more than the ${mappedColumnsMax} that can be edited here. ${advice}`,
    )
  if (tables.length > mappedTablesMax)
    throw new InvalidInputError(
      `${tables.length} tables are more than the ${mappedTablesMax} that can be edited here. ${advice}`,
    )
  const names = tables.flatMap((table) => [table.name, ...table.fields.map(fieldName)])
  const long = names.find((name) => name.length > nameLengthMax)
  if (long !== undefined)
    throw new InvalidInputError(
      `A name is ${long.length} characters long: ${long.slice(0, 60)}… No destination takes it.`,
    )
}

type TextRequest = Exclude<MappingRequest, { kind: 'connection' | 'document' }>

interface SourceTables {
  name: string
  tables: readonly InferredTable[]
  /** By table, of a document a model read; null where rules advise. */
  syncModes: ReadonlyMap<string, SyncMode> | null
}

async function readTables(request: MappingRequest, known: ConnectionTables | null): Promise<SourceTables> {
  if (request.kind === 'connection') return { name: known?.name ?? '', tables: known?.tables ?? [], syncModes: null }
  if (request.kind === 'document') return readDocumentTables(request.adviceId)
  return { name: request.name, tables: await readText(request), syncModes: null }
}

async function readText({ kind, name, text }: TextRequest): Promise<InferredTable[]> {
  if (Buffer.byteLength(text) > sourceTextBytesMax) throw new TooLargeError(sourceTextBytesMax)
  try {
    if (kind === 'records') return await readRecords(text, name)
    return kind === 'ddl' ? parseDdl(text) : readJsonSchema(parseJsonText(text), name)
  } catch (error) {
    if (!(error instanceof MappingInputError)) throw error
    const [, place = 'text', reason = error.message] = /^(line \d+|#[^:]*): (.*)$/s.exec(error.message) ?? []
    const said = place === 'text' ? reason : `${place}: ${reason}`
    throw new InvalidInputError(`The text cannot be read. ${capitalise(said)}.`, [{ path: place, message: reason }])
  }
}

function propose(name: string, tables: readonly InferredTable[], known: ConnectionTables | null) {
  const classes = new Map<string, ClassNote>()
  const placeOf = (table: string, column: string) => JSON.stringify([table, column])
  const keep = (table: string, column: string, note: ClassNote) => classes.set(placeOf(table, column), note)
  const byRules = classifyByRules(keep)
  const { schema, tables: proposed } = proposeMapping(tables, {
    schema: name,
    rules: known === null ? 'application' : 'database',
    classify: known === null ? byRules : classifyKnown(known, byRules, keep),
  })
  const named = settleNames({ schema, tables: proposed })
  const mapping = known === null ? named : keepConnectionSettings(named, known.state)
  const notes = mapping.tables.map(({ source, columns }, at): TableNote => {
    const table = tables[at]
    return {
      source,
      rows: table?.rows ?? null,
      keys: table?.primaryKeyCandidates ?? [],
      cursors: table?.cursors ?? [],
      columns: columns.map((column) => ({
        source: column.source,
        names: proposeStandardNames({
          table: source,
          name: column.source.replaceAll('.', '__'),
          type: column.type,
        }),
        class: classes.get(placeOf(source, column.source)) ?? nothingKnown,
      })),
    }
  })
  return { mapping, notes }
}

const nothingKnown: ClassNote = { name: null, confidence: null, evidence: [], decidedBy: null }

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
