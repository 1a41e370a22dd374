import type { ChangeHandling, ColumnState, LogicalType, SyncMode } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Change } from './change'

export interface ChangeDescription {
  /** One sentence, the object named in backquotes. */
  sentence: string
  before: string | null
  after: string | null
  sign: '+' | '-' | '~'
}

/** A change in the product's voice, with the two values a reader compares; null where there was or is nothing. */
export function describeChange(change: Change): ChangeDescription {
  const name = `\`${formatPath(change.path)}\``
  switch (change.kind) {
    case 'schema-added':
      return added(`Schema ${name} is here, ${change.enabled ? 'synced' : 'not synced'}.`, syncedWord(change.enabled))
    case 'schema-removed':
      return removed(`Schema ${name} is gone from the source.`, 'present')
    case 'schema-enablement-changed':
    case 'table-enablement-changed':
    case 'column-enablement-changed':
      return moved(
        `${name} is ${change.revision ? 'synced from now on' : 'no longer synced'}.`,
        syncedWord(change.base),
        syncedWord(change.revision),
      )
    case 'table-added': {
      const count = Object.keys(change.revision.columns).length
      return added(`Table ${name} is here: ${countOf(count)}, ${syncedWord(change.revision.enabled)}.`, countOf(count))
    }
    case 'table-removed':
      return removed(`Table ${name} is gone from the source.`, countOf(Object.keys(change.base.columns).length))
    case 'sync-mode-changed':
      return moved(`${name} keeps its rows by another mode.`, syncModeWord(change.base), syncModeWord(change.revision))
    case 'key-changed':
      return moved(keySentence(name, change.base, change.revision), keyWord(change.base), keyWord(change.revision))
    case 'column-added':
      return added(`${name} is here: ${columnWord(change.revision)}.`, columnWord(change.revision))
    case 'column-removed':
      return removed(`${name} is gone from the source.`, columnWord(change.base))
    case 'column-hash-changed':
      return moved(
        `${name} lands ${hashWord(change.revision)} from now on.`,
        hashWord(change.base),
        hashWord(change.revision),
      )
    case 'type-widened':
      return moved(`${name} is wider: every old value still fits.`, typeWord(change.base), typeWord(change.revision))
    case 'type-narrowed':
      return moved(`${name} is narrower: some old values do not fit.`, typeWord(change.base), typeWord(change.revision))
    case 'type-changed':
      return moved(`${name} has another type.`, typeWord(change.base), typeWord(change.revision))
    case 'nullability-changed':
      return moved(
        `${name} ${change.revision ? 'may now be empty' : 'is never empty any more'}.`,
        nullWord(change.base),
        nullWord(change.revision),
      )
    case 'destination-name-changed':
      return moved(`${name} has another name in the destination.`, change.base, change.revision)
    case 'change-handling-changed':
      return moved(
        'New things at the source are handled another way.',
        handlingWord(change.base),
        handlingWord(change.revision),
      )
    case 'type-lock-changed':
      return moved(
        `Types are ${change.revision === true ? 'locked' : 'free to widen'}.`,
        lockWord(change.base),
        lockWord(change.revision),
      )
  }
}

function added(sentence: string, after: string): ChangeDescription {
  return { sentence, before: null, after, sign: '+' }
}

function removed(sentence: string, before: string): ChangeDescription {
  return { sentence, before, after: null, sign: '-' }
}

function moved(sentence: string, before: string, after: string): ChangeDescription {
  return { sentence, before, after, sign: '~' }
}

function columnWord(column: ColumnState): string {
  const parts = [column.type === null ? 'type not known yet' : typeWord(column.type)]
  if (column.primaryKey === true) parts.push('key')
  parts.push(column.hashed ? 'synced hashed' : syncedWord(column.enabled))
  return parts.join(', ')
}

function keySentence(name: string, base: string[], revision: string[]): string {
  if (base.length === 0) return `${name} has a key now.`
  return revision.length === 0 ? `${name} has no key any more.` : `${name} has another key.`
}

const keyWord = (columns: string[]) => (columns.length === 0 ? 'none' : columns.join(' + '))
const countOf = (columns: number) => (columns === 1 ? '1 column' : `${columns} columns`)
const syncedWord = (enabled: boolean) => (enabled ? 'synced' : 'not synced')
const hashWord = (hashed: boolean) => (hashed ? 'hashed' : 'plain')
const nullWord = (nullable: boolean) => (nullable ? 'may be empty' : 'never empty')
const lockWord = (locked: boolean | null) => (locked === null ? 'unknown' : locked ? 'locked' : 'not locked')

const handlingWords: Record<ChangeHandling, string> = {
  'allow-all': 'all new things sync',
  'allow-columns': 'new columns sync, new tables wait',
  'block-all': 'all new things wait',
}
const handlingWord = (handling: ChangeHandling) => handlingWords[handling]

const syncModeWords: Record<SyncMode, string> = { 'soft-delete': 'soft delete', history: 'history', live: 'live' }
const syncModeWord = (mode: SyncMode | null) => (mode === null ? 'not selectable' : syncModeWords[mode])

const typeWords: Record<LogicalType, string> = {
  BOOLEAN: 'yes/no',
  SHORT: '16-bit integer',
  INT: '32-bit integer',
  LONG: '64-bit integer',
  BIGDECIMAL: 'decimal',
  FLOAT: '32-bit float',
  DOUBLE: '64-bit float',
  LOCALDATE: 'date',
  LOCALDATETIME: 'date and time',
  INSTANT: 'instant',
  LOCALTIME: 'time',
  STRING: 'text',
  JSON: 'JSON',
  XML: 'XML',
  BINARY: 'binary',
}
const typeWord = (type: LogicalType) => typeWords[type]
