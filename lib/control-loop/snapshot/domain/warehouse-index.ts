import type { WarehouseColumnFact } from './source-observation'

/** The destination's columns by lower-cased schema, table and column. Engines differ in the case they report, names do not. */
export class WarehouseIndex {
  private readonly schemas = new Map<string, Map<string, Map<string, WarehouseColumnFact>>>()

  constructor(facts: readonly WarehouseColumnFact[]) {
    for (const fact of facts) {
      const tables = entryOf(this.schemas, fact.schema.toLowerCase())
      entryOf(tables, fact.table.toLowerCase()).set(fact.column.toLowerCase(), fact)
    }
  }

  /**
   * The columns of one table by lower-cased name; undefined when the destination does not have it. Without a resolved name the schema
   * is the one of that name, or the only one ending in `_<name>`: the config may leave the connection's prefix out. Two candidates: none.
   */
  columnsOf(
    resolvedSchema: string | undefined,
    schema: string,
    table: string,
  ): Map<string, WarehouseColumnFact> | undefined {
    const name = resolvedSchema?.toLowerCase() ?? this.guessSchema(schema.toLowerCase())
    return name === undefined ? undefined : this.schemas.get(name)?.get(table.toLowerCase())
  }

  private guessSchema(name: string): string | undefined {
    if (this.schemas.has(name)) return name
    const candidates = [...this.schemas.keys()].filter((candidate) => candidate.endsWith(`_${name}`))
    return candidates.length === 1 ? candidates[0] : undefined
  }
}

function entryOf<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const found = map.get(key)
  if (found !== undefined) return found
  const created = new Map<string, Value>()
  map.set(key, created)
  return created
}
