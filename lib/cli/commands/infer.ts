import { classifyColumn } from '@/lib/capabilities/catalog/domain/classify-column'
import { isSensitive } from '@/lib/capabilities/catalog/domain/data-class'
import { parseDdl } from '@/lib/capabilities/mapping/domain/documents/parse-ddl'
import { readJsonSchema } from '@/lib/capabilities/mapping/domain/documents/read-json-schema'
import { fieldName, type InferredTable } from '@/lib/capabilities/mapping/domain/inferred-table'
import { type ClassifyField, proposeMapping } from '@/lib/capabilities/mapping/domain/proposal/propose-mapping'
import { inferTables } from '@/lib/capabilities/mapping/domain/records/infer-from-profile'
import { TableProfile } from '@/lib/capabilities/mapping/domain/records/table-profile'
import { markDecimals } from '@/lib/capabilities/mapping/domain/records/written-decimal'
import { type Command, type CommandInput, InputError } from '../command'
import { parseJson } from '../parse-json'
import { profileStream } from '../profile-stream'
import { nameOf, openBytes, readWhole } from '../read-text'
import { withPlace } from '../refusal'
import { renderings, renderMapping } from '../render-mapping'
import { filesOf, runBatch } from '../run-batch'

export const inferCommand: Command = {
  name: 'infer',
  summary: 'what a source looks like, and how to sync it',
  help: `Usage: headgate infer [--name orders] [--format json|csv] [--text] [--render KIND] [records file]
       headgate infer --ddl [file.sql]
       headgate infer --openapi [document.json]
       each with --batch for JSON lines

In    JSON lines, an array of records, {"id"?, "name", "records": […]}, or CSV; read as a stream, whatever its size.
      --ddl reads CREATE TABLE statements, --openapi an OpenAPI or JSON-Schema document (JSON).
      With --batch a line is {"id"?, "name", "records": […]}, {"id"?, "ddl": "…"} or {"id"?, "name"?, "openapi": {…}}.
Out   {"id", "fields": [{"path", "type", "nullable"}], "primaryKey": […], "primaryKeyCandidates": [[…]],
      "childTables": ["path"], "mapping": {…}}; "tables" has each table with its fields, keys, references and cursors.
      path is dotted through objects, not arrays. type is one of string integer number boolean timestamp date object array
      json null.
--text    numbers and yes or no are read out of strings, as CSV is (found out by itself where records say "true")
--rules   naming rules of the destination names: application (the default) or database
--render  ${renderings.join(', ')}: writes that instead of the answer

Exit  0, or 1 when the input cannot be read.`,
  flags: { name: true, format: true, text: false, ddl: false, openapi: false, render: true, rules: true },
  run,
}

async function run(input: CommandInput): Promise<number> {
  const { flags, streams } = input
  const options = readOptions(flags)
  if (flags.batch === true) return runBatch(input, (value) => ({ output: answerValue(value, options) }), markDecimals)
  const files = filesOf(input)
  if (files.length > 1) throw new InputError('One file is enough; use --batch for many inputs')
  const file = files[0] ?? '-'
  const name = options.name ?? (file === '-' ? 'records' : (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]+$/, ''))
  let id: unknown
  let tables: InferredTable[]
  if (options.kind === 'records') {
    const { profile, envelope, isText } = await profileStream(
      file,
      streams,
      typeof flags.format === 'string' ? flags.format : null,
    )
    id = envelope.id
    tables = inferTables(options.name ?? envelope.name ?? name, profile, isText || options.text ? 'text' : 'auto')
  } else {
    const text = await readWhole(openBytes(file, streams), file)
    tables = withPlace({ file: nameOf(file), line: 1 }, () =>
      options.kind === 'ddl' ? parseDdl(text) : readJsonSchema(parseJson(text, { file: nameOf(file), line: 1 }), name),
    )
  }
  const mapping = proposeMapping(tables, { schema: name, rules: options.rules, classify })
  const output = options.render === null ? answer(id, tables, mapping) : renderMapping(mapping, options.render)
  streams.stdout.write(typeof output === 'string' ? output : `${JSON.stringify(output, null, 2)}\n`)
  return 0
}

type Options = ReturnType<typeof readOptions>

function readOptions(flags: CommandInput['flags']) {
  const render = flags.render ?? null
  if (render !== null && !renderings.some((kind) => kind === render)) {
    throw new InputError(`--render is one of ${renderings.join(', ')}`)
  }
  const rules = flags.rules ?? 'application'
  if (rules !== 'application' && rules !== 'database') throw new InputError('--rules is application or database')
  return {
    name: typeof flags.name === 'string' ? flags.name : null,
    kind: flags.ddl === true ? ('ddl' as const) : flags.openapi === true ? ('openapi' as const) : ('records' as const),
    text: flags.text === true,
    render: renderings.find((kind) => kind === render) ?? null,
    rules: rules as 'application' | 'database',
  }
}

function answerValue(value: unknown, options: Options): unknown {
  if (!isObject(value)) throw new InputError('the input: must be an object')
  const name = typeof value.name === 'string' ? value.name : (options.name ?? 'records')
  const tables = readTables(value, name, options)
  const mapping = proposeMapping(tables, { schema: name, rules: options.rules, classify })
  return options.render === null
    ? answer(value.id, tables, mapping)
    : { ...(value.id === undefined ? {} : { id: value.id }), [options.render]: renderMapping(mapping, options.render) }
}

function readTables(value: Readonly<Record<string, unknown>>, name: string, options: Options): InferredTable[] {
  if (typeof value.ddl === 'string') return parseDdl(value.ddl)
  const document = value.openapi ?? value.schema
  if (isObject(document)) return readJsonSchema(document, name)
  if (options.kind === 'openapi' && !Array.isArray(value.records)) return readJsonSchema(value, name)
  if (!Array.isArray(value.records)) throw new InputError('records: must be a list of objects')
  const profile = new TableProfile()
  for (const [index, record] of value.records.entries()) {
    if (!isObject(record)) throw new InputError(`records[${index}]: must be an object`)
    profile.addRecord(record)
  }
  return inferTables(name, profile, options.text ? 'text' : 'auto')
}

function answer(id: unknown, tables: readonly InferredTable[], mapping: unknown) {
  const [main] = tables
  const shown = (table: InferredTable) =>
    table.fields.map((field) => ({
      path: fieldName(field),
      type: field.type,
      nullable: field.nullable,
      logicalType: field.logical,
    }))
  return {
    ...(id === undefined ? {} : { id }),
    fields: main === undefined ? [] : shown(main),
    primaryKey: main?.primaryKey ?? [],
    primaryKeyCandidates: main?.primaryKeyCandidates.map(({ columns }) => columns) ?? [],
    childTables: main?.fields.filter(({ holdsRecords }) => holdsRecords).map(fieldName) ?? [],
    tables: tables.map((table) => ({
      name: table.name,
      parent: table.parent === null ? null : { table: table.parent.table, path: table.parent.path.join('.') },
      rows: table.rows,
      fields: shown(table),
      primaryKey: table.primaryKey,
      primaryKeyCandidates: table.primaryKeyCandidates,
      foreignKeys: table.foreignKeys,
      cursors: table.cursors,
    })),
    mapping,
  }
}

const classify: ClassifyField = ({ table, column, type, samples }) => {
  const found = classifyColumn({ table, column, type, samples })
  const text = found.evidence.find(({ verdict }) => verdict === 'for')?.text ?? null
  return {
    class: found.class,
    sensitive: found.class !== null && isSensitive(found.class),
    secret: found.class === 'credential',
    reason: found.class === null ? null : text,
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
