import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { type InferredTable, MappingInputError } from '../domain/inferred-table'
import { CsvReader } from '../domain/records/csv-reader'
import { findJsonFault } from '../domain/records/find-json-fault'
import { inferTables } from '../domain/records/infer-from-profile'
import { JsonRecordSplitter, type RecordText } from '../domain/records/split-json-records'
import { TableProfile } from '../domain/records/table-profile'
import { markDecimals } from '../domain/records/written-decimal'
import { faultError, parseJsonText } from './parse-json-text'

/** Read in pieces, so that a large sample does not keep other people's requests waiting. */
const pieceLength = 128 * 1024

/**
 * The tables within sample records: JSON lines, an array, an object that holds them under `records`, or CSV, told by the first character. Refuses a
 * text without records, and one that cannot be read, with its line.
 */
export async function readRecords(text: string, name: string): Promise<InferredTable[]> {
  const isJson = /^\uFEFF?\s*[[{]/.test(text)
  const profile = new TableProfile(!isJson)
  try {
    await readPieces(text, isJson ? jsonReader(profile) : csvReader(profile))
  } catch (error) {
    // A bracket that is missing shows at the end of the text; where it is missing is for the grammar to say.
    const fault = isJson && error instanceof MappingInputError ? findJsonFault(text.replace(/^\uFEFF/, ''), true) : null
    throw fault === null ? error : faultError(text, fault)
  }
  if (profile.rows === 0) throw new MappingInputError('line 1: there is no record in it')
  return inferTables(name, profile, isJson ? 'auto' : 'text')
}

async function readPieces(text: string, reader: Reader): Promise<void> {
  for (let at = 0; at < text.length; at += pieceLength) {
    reader.push(text.slice(at, at + pieceLength))
    await yieldToOthers()
  }
  reader.finish()
}

interface Reader {
  push(piece: string): void
  finish(): void
}

function csvReader(profile: TableProfile): Reader {
  const reader = new CsvReader()
  const add = (rows: readonly Record<string, string>[]) => {
    for (const row of rows) profile.addRecord(row)
  }
  return { push: (piece) => add(reader.push(piece)), finish: () => add(reader.finish()) }
}

function jsonReader(profile: TableProfile): Reader {
  const splitter = new JsonRecordSplitter()
  const add = (records: readonly RecordText[]) => {
    for (const { text, line } of records) {
      const record = parseJsonText(text, line, markDecimals)
      if (!isRecord(record)) throw new MappingInputError(`line ${line}: a record must be an object`)
      profile.addRecord(record)
    }
  }
  return { push: (piece) => add(splitter.push(piece)), finish: () => add(splitter.finish()) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
