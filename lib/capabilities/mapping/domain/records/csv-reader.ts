import { MappingInputError } from '../inferred-table'

const fieldLengthMax = 16 * 1024 * 1024

/**
 * Reads delimited text in pieces into records under the names of its first line. Quoted fields may hold delimiters, line ends and doubled
 * quotes. Refuses a header with one name twice, a row with more fields than the header, and a quote that never closes, each with its line.
 */
export class CsvReader {
  private header: string[] | null = null
  private row: string[] = []
  private field = ''
  private quoted = false
  private wasQuoted = false
  private line = 1
  private rowLine = 1
  private delimiter: string | null
  private afterQuote = false

  constructor(delimiter: string | null = null) {
    this.delimiter = delimiter
  }

  /** The records that ended within this piece. */
  push(piece: string): Record<string, string>[] {
    const text = this.line === 1 && this.header === null && piece.charCodeAt(0) === 0xfeff ? piece.slice(1) : piece
    this.delimiter ??= guessDelimiter(text)
    const found: Record<string, string>[] = []
    for (const character of splitKeeping(text, this.delimiter)) this.take(character, found)
    return found
  }

  /** The last record when no line end closes it. */
  finish(): Record<string, string>[] {
    if (this.quoted && !this.afterQuote) throw new MappingInputError(`line ${this.rowLine}: a quote is never closed`)
    const found: Record<string, string>[] = []
    if (this.field !== '' || this.row.length > 0 || this.wasQuoted) this.endRow(found)
    return found
  }

  private take(token: string, found: Record<string, string>[]): void {
    if (token === '\n') this.line += 1
    if (this.quoted) {
      if (this.afterQuote) {
        this.afterQuote = false
        if (token === '"') {
          this.field += '"'
          return
        }
        this.quoted = false
      } else if (token === '"') {
        this.afterQuote = true
        return
      } else {
        this.add(token)
        return
      }
    }
    if (token === '"' && this.field === '' && !this.wasQuoted) {
      this.quoted = true
      this.wasQuoted = true
    } else if (token === this.delimiter) this.endField()
    else if (token === '\n') this.endRow(found)
    else if (token !== '\r') this.add(token)
  }

  private add(token: string): void {
    this.field += token
    if (this.field.length > fieldLengthMax)
      throw new MappingInputError(`line ${this.rowLine}: one field is larger than 16 MB`)
  }

  private endField(): void {
    this.row.push(this.field)
    this.field = ''
    this.wasQuoted = false
  }

  private endRow(found: Record<string, string>[]): void {
    const isBlank = this.row.length === 0 && this.field === '' && !this.wasQuoted
    this.endField()
    const row = this.row
    this.row = []
    const at = this.rowLine
    this.rowLine = this.line
    if (isBlank) return
    if (this.header === null) this.header = readHeader(row, at)
    else found.push(toRecord(this.header, row, at))
  }
}

function readHeader(row: readonly string[], line: number): string[] {
  const names = row.map((name) => name.trim())
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at)
  if (twice !== undefined) throw new MappingInputError(`line ${line}: the column \`${twice}\` is there twice`)
  return names.map((name, at) => (name === '' ? `column_${at + 1}` : name))
}

function toRecord(header: readonly string[], row: readonly string[], line: number): Record<string, string> {
  if (row.length > header.length && row.slice(header.length).some((value) => value !== '')) {
    throw new MappingInputError(`line ${line}: ${row.length} fields, but the header names ${header.length}`)
  }
  return Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']))
}

/** The delimiter that stands most often in the first line, outside quotes. */
function guessDelimiter(text: string): string {
  const first = (text.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => first.split(delimiter).length
  return [',', '\t', ';', '|'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',')
}

/** Runs of plain text stay together: only quotes, delimiters and line ends come one by one. */
function* splitKeeping(text: string, delimiter: string): Generator<string> {
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character !== '"' && character !== '\n' && character !== '\r' && character !== delimiter) continue
    if (at > from) yield text.slice(from, at)
    yield character
    from = at + 1
  }
  if (from < text.length) yield text.slice(from)
}
