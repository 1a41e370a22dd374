import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { joinTypes } from '@/lib/control-loop/snapshot/domain/type-lattice'
import type { FieldType } from '../inferred-table'
import { kindOfScalar, type ScalarWriting } from './value-kind'

const samplesMax = 40
const sampleLengthMax = 400
/** Beyond this many different values uniqueness is taken as seen so far: memory stays bounded whatever the size of the input. */
const distinctMax = 1_000_000

/** What is known of one field from its values, in bounded memory: nothing is kept but counts, a few samples, and hashes while unique. */
export class FieldProfile {
  /** Values that are there and not null. */
  values = 0
  objects = 0
  arrays = 0
  /** Arrays with an object in them. */
  recordArrays = 0
  scalars = 0
  isUnique = true
  readonly samples = new Set<string>()
  /** Kinds under either reading of strings: which one holds is known only at the end. */
  private typed: LogicalType | null = null
  private text: LogicalType | null = null
  private moments = 0
  strings = 0
  yesOrNoTexts = 0
  decimalTexts = 0
  private distinct: Set<string | number> | null = new Set()

  constructor(readonly path: readonly string[]) {}

  /** `written`: the type its writing shows, where the value alone does not. */
  addScalar(value: string | number | boolean, written?: LogicalType): void {
    this.values += 1
    this.scalars += 1
    const kind = written ?? kindOfScalar(value, 'typed')
    this.typed = this.typed === null || this.typed === kind ? kind : joinTypes(this.typed, kind)
    if (kind === 'LOCALDATE' || kind === 'LOCALDATETIME' || kind === 'INSTANT') this.moments += 1
    if (typeof value === 'string') {
      this.strings += 1
      if (value === 'true' || value === 'false') this.yesOrNoTexts += 1
      else if (/^-?\d{1,15}\.\d{1,10}$/.test(value)) this.decimalTexts += 1
    }
    const read = typeof value === 'string' ? kindOfScalar(value, 'text') : kind
    if (this.text !== 'STRING') this.text = this.text === null || this.text === read ? read : joinTypes(this.text, read)
    if (this.samples.size < samplesMax) this.samples.add(String(value).slice(0, sampleLengthMax))
    this.noteDistinct(value)
  }

  addObject(): void {
    this.values += 1
    this.objects += 1
    this.isUnique = false
  }

  addArray(holdsRecords: boolean): void {
    this.values += 1
    this.arrays += 1
    if (holdsRecords) this.recordArrays += 1
    this.isUnique = false
  }

  /** The logical type of the scalars; null when there were none. */
  logicalType(writing: ScalarWriting): LogicalType | null {
    if (this.objects + this.arrays > 0) return 'JSON'
    return writing === 'text' ? this.text : this.typed
  }

  fieldType(writing: ScalarWriting): FieldType {
    if (this.values === 0) return 'null'
    if (this.objects === this.values) return 'object'
    if (this.arrays === this.values) return 'array'
    if (this.objects + this.arrays > 0) return 'json'
    // Moments with and without a zone meet at text in the destination, but are moments all the same.
    if (this.moments === this.scalars) return this.typed === 'LOCALDATE' ? 'date' : 'timestamp'
    return fieldTypes[this.logicalType(writing) ?? 'STRING']
  }

  private noteDistinct(value: string | number | boolean): void {
    if (!this.isUnique || this.distinct === null) return
    const key =
      typeof value === 'string' && value.length > 24
        ? hashText(value)
        : typeof value === 'boolean'
          ? String(value)
          : value
    if (this.distinct.has(key)) {
      this.isUnique = false
      this.distinct = null
    } else if (this.distinct.size >= distinctMax) this.distinct = null
    else this.distinct.add(key)
  }
}

const fieldTypes: Record<LogicalType, FieldType> = {
  BOOLEAN: 'boolean',
  SHORT: 'integer',
  INT: 'integer',
  LONG: 'integer',
  BIGDECIMAL: 'number',
  FLOAT: 'number',
  DOUBLE: 'number',
  LOCALDATE: 'date',
  LOCALDATETIME: 'timestamp',
  INSTANT: 'timestamp',
  LOCALTIME: 'string',
  STRING: 'string',
  JSON: 'json',
  XML: 'string',
  BINARY: 'string',
}

/** The field type of a logical type. */
export function fieldTypeOf(type: LogicalType): FieldType {
  return fieldTypes[type]
}

/** 53 bits of two FNV runs: two of a million different texts are taken for one less than once in ten thousand times. */
function hashText(text: string): number {
  let low = 0x811c9dc5
  let high = 0x1b873593
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
    high ^= high >>> 15
  }
  return (high >>> 0) * 0x200000 + ((low >>> 0) & 0x1fffff)
}
