import { MappingInputError } from '../inferred-table'
import { depthMax } from './json-fault'

export interface RecordText {
  text: string
  /** Where it begins, from 1. */
  line: number
}

/** One record larger than this is no record but a file. */
const recordLengthMax = 64 * 1024 * 1024

/**
 * Cuts a stream of JSON into the texts of its records without holding the whole: JSON lines, one array of records, or an object that holds them
 * under `records`. Knows strings and brackets and nothing else; whether a text is valid JSON is for its parser to say.
 */
export class JsonRecordSplitter {
  /** What surrounds the records: `{"name":"orders","records":[]}`. Empty unless there was such an object. */
  envelope = ''
  private depth = 0
  /** The depth at which records stand: 0 for lines, 1 in an array, 2 in an envelope. */
  private recordDepth: 0 | 1 | 2 = 0
  private inString = false
  private escaped = false
  private line = 1
  private startLine = 1
  private pending = ''
  private started = false
  private closed = false

  /** The records that ended within this piece. */
  push(piece: string): RecordText[] {
    const found: RecordText[] = []
    let from = this.started ? 0 : -1
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at)
      if (code === 0x0a) this.line += 1
      if (this.inString) {
        if (this.escaped) this.escaped = false
        else if (code === 0x5c) this.escaped = true
        else if (code === 0x22) this.inString = false
        continue
      }
      if (code === 0x22) {
        this.inString = true
        if (!this.started && this.depth === this.recordDepth) from = this.begin(at)
      } else if (code === 0x7b || code === 0x5b) {
        from = this.open(code, piece, at, from)
      } else if (code === 0x7d || code === 0x5d) {
        from = this.close(piece, at, from, found)
      } else if (!this.started && this.depth === this.recordDepth && !isFiller(code)) {
        from = this.begin(at)
      } else if (this.started && this.depth === this.recordDepth && (code === 0x2c || code === 0x0a)) {
        from = this.end(piece, at, from, found)
      }
    }
    if (this.started) this.keep(piece.slice(Math.max(0, from)))
    return found
  }

  /** The last record of input that ends without a bracket; refuses input that stops inside one. */
  finish(): RecordText[] {
    if (this.depth > 0 || this.inString) {
      throw new MappingInputError(`line ${this.line}: the input ends within ${this.inString ? 'a string' : 'a record'}`)
    }
    if (!this.started || this.pending.trim() === '') return []
    return [{ text: this.pending, line: this.startLine }]
  }

  private begin(at: number): number {
    this.started = true
    this.startLine = this.line
    this.pending = ''
    return at
  }

  private open(code: number, piece: string, at: number, from: number): number {
    this.depth += 1
    if (this.depth > depthMax) {
      throw new MappingInputError(
        `line ${this.line}: the record that starts in line ${this.startLine} is nested deeper than ${depthMax} levels`,
      )
    }
    if (!this.started && this.depth === 1 && code === 0x5b && !this.closed) {
      this.recordDepth = 1
      return -1
    }
    if (this.started && this.recordDepth === 0 && this.depth === 2 && code === 0x5b) {
      const before = this.pending + piece.slice(Math.max(0, from), at)
      if (/"records"\s*:\s*$/.test(before.slice(-60))) {
        this.envelope = `${before}[`
        this.recordDepth = 2
        this.started = false
        this.pending = ''
        return -1
      }
    }
    if (!this.started && this.depth === this.recordDepth + 1) return this.begin(at)
    return from
  }

  private close(piece: string, at: number, from: number, found: RecordText[]): number {
    this.depth -= 1
    if (this.depth < 0) throw new MappingInputError(`line ${this.line}: a bracket closes that was never opened`)
    if (this.started && this.depth === this.recordDepth) return this.end(piece, at + 1, from, found)
    if (this.started && this.depth < this.recordDepth) {
      this.end(piece, at, from, found)
    }
    if (this.recordDepth === 1 && this.depth === 0) {
      this.recordDepth = 0
      this.closed = true
    } else if (this.recordDepth === 2 && this.depth === 1) {
      // The rest of the envelope is read on as if it were a record, and becomes the envelope's end.
      this.recordDepth = 0
      this.started = true
      this.pending = this.envelope
      this.envelope = ''
      return at
    }
    return this.started ? from : -1
  }

  private end(piece: string, at: number, from: number, found: RecordText[]): number {
    const text = this.pending + piece.slice(Math.max(0, from), at)
    this.started = false
    this.pending = ''
    if (text.trim() === '') return -1
    if (this.recordDepth === 0 && /"records"\s*:\s*\[\s*\]/.test(text.slice(0, 4_000_000)) && !this.closed)
      this.envelope = text
    else found.push({ text, line: this.startLine })
    return -1
  }

  private keep(rest: string): void {
    this.pending += rest
    if (this.pending.length > recordLengthMax) {
      throw new MappingInputError(
        `line ${this.startLine}: one record is larger than ${recordLengthMax / 1024 / 1024} MB`,
      )
    }
  }
}

function isFiller(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x2c || code === 0xfeff
}
