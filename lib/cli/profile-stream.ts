import { MappingInputError } from '@/lib/capabilities/mapping/domain/inferred-table'
import { CsvReader } from '@/lib/capabilities/mapping/domain/records/csv-reader'
import { JsonRecordSplitter, type RecordText } from '@/lib/capabilities/mapping/domain/records/split-json-records'
import { TableProfile } from '@/lib/capabilities/mapping/domain/records/table-profile'
import { markDecimals } from '@/lib/capabilities/mapping/domain/records/written-decimal'
import { type CliStreams, InputError } from './command'
import { parseJson } from './parse-json'
import { nameOf, openBytes, readText } from './read-text'

export interface ProfiledStream {
  profile: TableProfile
  /** What stood around the records. */
  envelope: { id?: unknown; name?: string }
  /** Everything was text, as in CSV. */
  isText: boolean
}

/** Gathers what is known of a stream of records without holding it. The format is told by `format`, else by the first character. */
export async function profileStream(file: string, streams: CliStreams, format: string | null): Promise<ProfiledStream> {
  if (format !== null && format !== 'json' && format !== 'csv') throw new InputError('--format is json or csv')
  const pieces = readText(openBytes(file, streams), file)
  try {
    let chosen = format ?? (/\.(?:csv|tsv|psv)$/i.test(file) ? 'csv' : null)
    let reader: CsvReader | JsonRecordSplitter | null = null
    const profile = { json: new TableProfile(), csv: new TableProfile(true) }
    for await (const piece of pieces) {
      if (reader === null) {
        if (piece.trim() === '') continue
        chosen ??= /^\s*[[{]/.test(piece.replace(/^\uFEFF/, '')) ? 'json' : 'csv'
        reader = chosen === 'csv' ? new CsvReader() : new JsonRecordSplitter()
      }
      if (reader instanceof CsvReader) for (const row of reader.push(piece)) profile.csv.addRecord(row)
      else addRecords(reader.push(piece), profile.json, file)
    }
    if (reader === null) throw new InputError(`${nameOf(file)}: there is nothing in it`)
    if (reader instanceof CsvReader) {
      for (const row of reader.finish()) profile.csv.addRecord(row)
      return { profile: profile.csv, envelope: {}, isText: true }
    }
    addRecords(reader.finish(), profile.json, file)
    return { profile: profile.json, envelope: readEnvelope(reader.envelope, file), isText: false }
  } catch (error) {
    if (!(error instanceof MappingInputError)) throw error
    throw new InputError(error.message.replace(/^line (\d+)/, `${nameOf(file)}:$1`))
  }
}

function addRecords(records: readonly RecordText[], profile: TableProfile, file: string): void {
  for (const { text, line } of records) {
    const value = parseJson(text, { file: nameOf(file), line }, markDecimals)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new InputError(`${nameOf(file)}:${line}: a record must be an object`)
    }
    profile.addRecord(value as Record<string, unknown>)
  }
}

function readEnvelope(text: string, file: string): ProfiledStream['envelope'] {
  if (text === '') return {}
  const value = parseJson(text, { file: nameOf(file), line: 1 })
  if (typeof value !== 'object' || value === null) return {}
  const { id, name } = value as { id?: unknown; name?: unknown }
  return { ...(id === undefined ? {} : { id }), ...(typeof name === 'string' ? { name } : {}) }
}
