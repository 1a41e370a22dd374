import { MappingInputError } from '../inferred-table'
import { FieldProfile } from './field-profile'
import { depthMax } from './json-fault'
import { isBlankText } from './value-kind'
import { readWrittenDecimal } from './written-decimal'

/** Rows kept whole, for keys of several columns. The first ones: a key that fails shows early. */
const keptRowsMax = 2_000
/** An object with more different keys than this is a map whose keys are values, and stays JSON. */
const keysMax = 1_000

export type Scalar = string | number | boolean

/** What is known of one table from its records, gathered one by one. Arrays of objects become tables below it. */
export class TableProfile {
  rows = 0
  readonly fields = new Map<string, FieldProfile>()
  readonly children = new Map<string, { path: readonly string[]; profile: TableProfile }>()
  /** The first rows as scalars by field; of what is nested only the objects' own fields. */
  readonly keptRows: Map<string, Scalar>[] = []
  private readonly keysOf = new Map<string, number>()
  private readonly maps = new Set<string>()

  /** `blankTexts`: a text like `NULL` or nothing at all stands for no value, as in files. */
  constructor(private readonly blankTexts = false) {}

  addRecord(record: Readonly<Record<string, unknown>>): void {
    this.rows += 1
    const kept = this.keptRows.length < keptRowsMax ? new Map<string, Scalar>() : null
    this.addObject(record, [], '', kept)
    if (kept !== null) this.keptRows.push(kept)
  }

  private addObject(
    record: Readonly<Record<string, unknown>>,
    parent: readonly string[],
    parentKey: string,
    kept: Map<string, Scalar> | null,
  ): void {
    if (parent.length > depthMax) {
      throw new MappingInputError(`${parent.slice(0, 6).join('.')}…: is nested deeper than ${depthMax} levels`)
    }
    if (this.maps.has(parentKey)) return
    for (const [name, value] of Object.entries(record)) {
      const key = parentKey === '' ? name : `${parentKey}\u0000${name}`
      let field = this.fields.get(key)
      if (field === undefined) {
        if (this.countKey(parentKey)) return
        field = new FieldProfile([...parent, name])
        this.fields.set(key, field)
      }
      this.addValue(field, key, value, kept)
    }
  }

  private addValue(field: FieldProfile, key: string, value: unknown, kept: Map<string, Scalar> | null): void {
    if (value === null || value === undefined) return
    if (Array.isArray(value)) {
      this.addArray(field, key, value)
    } else if (typeof value === 'object') {
      const decimal = readWrittenDecimal(value)
      if (decimal !== null) {
        field.addScalar(decimal, 'DOUBLE')
        kept?.set(key, decimal)
        return
      }
      field.addObject()
      this.addObject(value as Record<string, unknown>, field.path, key, kept)
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      if (this.blankTexts && typeof value === 'string' && isBlankText(value)) return
      field.addScalar(value)
      kept?.set(key, value)
    }
  }

  private addArray(field: FieldProfile, key: string, values: readonly unknown[]): void {
    const records = values.filter(isRecord)
    field.addArray(records.length > 0)
    if (records.length === 0) return
    let child = this.children.get(key)
    if (child === undefined) {
      child = { path: field.path, profile: new TableProfile(this.blankTexts) }
      this.children.set(key, child)
    }
    for (const record of records) child.profile.addRecord(record)
  }

  /** Counts one more key of an object; true when it has become a map, whose fields are then forgotten. */
  private countKey(parentKey: string): boolean {
    const count = (this.keysOf.get(parentKey) ?? 0) + 1
    this.keysOf.set(parentKey, count)
    if (count <= keysMax || parentKey === '') return false
    this.maps.add(parentKey)
    for (const key of this.fields.keys()) if (key.startsWith(`${parentKey}\u0000`)) this.fields.delete(key)
    for (const key of this.children.keys()) if (key.startsWith(`${parentKey}\u0000`)) this.children.delete(key)
    return true
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && readWrittenDecimal(value) === null
}
