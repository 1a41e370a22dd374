import { type Mapping, standardNamePattern } from '../contract'

const descriptionLengthMax = 2_000

/**
 * A proposal in which every name can be used and every source is told from the others: `{"a.b": 1}` and `{"a": {"b": 1}}` read the same as a path, and
 * a name of signs only leaves nothing for the destination.
 */
export function settleNames({ schema, tables }: Pick<Mapping, 'schema' | 'tables'>): Mapping {
  const tableSource = distinct()
  return {
    schema: schema || 'source',
    tables: tables.map((table, at) => {
      const columnSource = distinct()
      return {
        ...table,
        source: tableSource(table.source),
        name: table.name || `table_${at + 1}`,
        columns: table.columns.map((column, index) => {
          const source = columnSource(column.source)
          const name = column.name || `column_${index + 1}`
          return {
            ...column,
            source,
            name,
            standardName: standardNamePattern.test(column.standardName) ? column.standardName : name,
            description: column.description?.slice(0, descriptionLengthMax) ?? null,
            reasons:
              source === column.source
                ? column.reasons
                : [...column.reasons, `Two paths of the source read \`${column.source}\``],
          }
        }),
      }
    }),
  }
}

/** Gives the second of two equal texts a number. */
function distinct(): (text: string) => string {
  const taken = new Set<string>()
  return (text) => {
    let told = text
    for (let count = 2; taken.has(told); count += 1) told = `${text} (${count})`
    taken.add(told)
    return told
  }
}
