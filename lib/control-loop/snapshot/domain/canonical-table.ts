import type { ColumnState, Lock, TableState } from './schema-tree'

/**
 * The one text that stands for a table: equal tables give equal text whatever the order of their keys and columns, and any difference in
 * a fact gives another text. Written by hand for the shape, because it runs over every column of every snapshot.
 * A new field in the state must be added here, and changes every stored fingerprint.
 */
export function canonicalTable(schema: string, table: string, state: TableState): string {
  const head = [
    quote(schema),
    quote(table),
    quote(state.destinationName),
    flag(state.enabled),
    state.syncMode ?? '-',
    lockText(state.lock),
    flag(state.supportsColumns),
    flag(state.columnsComplete),
  ]
  const names = Object.keys(state.columns).sort()
  let text = head.join(' ')
  for (const name of names) {
    const column = state.columns[name]
    if (column !== undefined) text += `\n${quote(name)} ${canonicalColumn(column)}`
  }
  return text
}

function canonicalColumn(column: ColumnState): string {
  const flags =
    flag(column.enabled) +
    flag(column.hashed) +
    flag(column.primaryKey) +
    flag(column.nullable) +
    flag(column.touched) +
    flag(column.inSource)
  const spelling = column.typeSpelling === null ? '-' : quote(column.typeSpelling)
  return `${quote(column.destinationName)} ${flags} ${column.type ?? '-'} ${spelling} ${lockText(column.lock)}`
}

function flag(value: boolean | null): '0' | '1' | '-' {
  if (value === null) return '-'
  return value ? '1' : '0'
}

function lockText(lock: Lock | null): string {
  if (lock === null) return '-'
  return lock.reason === null ? lock.code : `${lock.code}:${quote(lock.reason)}`
}

/** Quoting keeps the text unambiguous: no name can imitate the end of another field. */
function quote(text: string): string {
  return JSON.stringify(text)
}
