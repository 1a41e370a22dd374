import { type NamingRules, normaliseName } from '@/sandbox/naming/normalise-name'
import type { SourceChange } from './source-change'
import type { Source, SourceColumn, SourceTable } from './source-model'

/** A change the source as it stands cannot make. The message says what is in the way. */
export class ImpossibleSourceChange extends Error {}

/** Takes a source and a change; gives the source afterwards. Refuses what does not exist and names that would collide. */
export function evolveSource(source: Source, change: SourceChange, rules: NamingRules): Source {
  const found = source.find((candidate) => candidate.name === change.schema)
  // Only the way to what changes is copied: a source may have thousands of tables that share their columns.
  const schema = found && { ...found, tables: [...found.tables] }
  const next = source.map((candidate) => (candidate === found && schema ? schema : candidate))
  if (!schema) throw new ImpossibleSourceChange(`There is no schema '${change.schema}' in this source.`)

  if (change.op === 'add-table') {
    refuseTakenName(schema.tables, change.table.name, rules, 'table')
    schema.tables.push(change.table)
    return next
  }
  const index = schema.tables.findIndex((candidate) => candidate.name === change.table)
  const original = schema.tables[index]
  const table = original && structuredClone(original)
  if (table) schema.tables[index] = table
  if (!table) throw new ImpossibleSourceChange(`There is no table '${change.table}' in schema '${change.schema}'.`)
  if (change.op === 'drop-table') {
    schema.tables = schema.tables.filter((candidate) => candidate !== table)
  } else if (change.op === 'rename-table') {
    refuseTakenName(schema.tables, change.to, rules, 'table')
    table.name = change.to
  } else {
    evolveTable(table, change, rules)
  }
  return next
}

type TableChange = Exclude<SourceChange, { op: 'add-table' | 'drop-table' | 'rename-table' }>

function evolveTable(table: SourceTable, change: TableChange, rules: NamingRules): void {
  switch (change.op) {
    case 'add-column':
      refuseTakenName(table.columns, change.column.name, rules, 'column')
      table.columns.push(change.column)
      return
    case 'drop-column': {
      const column = requireColumn(table, change.column)
      if (table.primaryKey.includes(column.name)) {
        throw new ImpossibleSourceChange(
          `Column '${column.name}' belongs to the primary key of '${table.name}': change the key first.`,
        )
      }
      if (table.columns.length === 1)
        throw new ImpossibleSourceChange(`'${column.name}' is the last column of '${table.name}'.`)
      table.columns = table.columns.filter((candidate) => candidate !== column)
      return
    }
    case 'rename-column': {
      const column = requireColumn(table, change.column)
      refuseTakenName(
        table.columns.filter((candidate) => candidate !== column),
        change.to,
        rules,
        'column',
      )
      table.primaryKey = table.primaryKey.map((name) => (name === column.name ? change.to : name))
      column.name = change.to
      return
    }
    case 'retype-column': {
      const column = requireColumn(table, change.column)
      column.type = change.type
      column.length = change.length
      if (change.generator) column.generator = change.generator
      return
    }
    case 'change-key':
      for (const name of change.primaryKey) requireColumn(table, name)
      table.primaryKey = change.primaryKey
      return
    case 'add-rows':
      if (table.frozen) throw new ImpossibleSourceChange(`The rows of '${table.name}' are given: none can be added.`)
      table.rows += change.rows
      return
    case 'set-generator':
      requireColumn(table, change.column).generator = change.generator
      return
    case 'set-null-share':
      requireColumn(table, change.column).nullShare = change.nullShare
      return
  }
}

function requireColumn(table: SourceTable, name: string): SourceColumn {
  const column = table.columns.find((candidate) => candidate.name === name)
  if (!column) throw new ImpossibleSourceChange(`There is no column '${name}' in table '${table.name}'.`)
  return column
}

/** What the real service does when two names meet in the destination is not documented, so it cannot be asked for here. */
function refuseTakenName(
  siblings: { name: string }[],
  name: string,
  rules: NamingRules,
  object: 'table' | 'column',
): void {
  const destinationName = normaliseName(name, rules, object)
  const taken = siblings.find((sibling) => normaliseName(sibling.name, rules, object) === destinationName)
  if (!taken) return
  throw new ImpossibleSourceChange(
    `'${name}' and the existing ${object} '${taken.name}' would both be '${destinationName}' in the destination.`,
  )
}
