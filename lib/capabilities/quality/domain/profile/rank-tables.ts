export interface TableToRank {
  schema: string
  table: string
  /** When it was last measured; null: never. */
  measuredAt: Date | null
}

/** The order in which tables are measured, as a number for each, smaller first: those never measured, then the longest unmeasured; names break ties. */
export function rankTables<Table extends TableToRank>(tables: readonly Table[]): (Table & { priority: number })[] {
  return [...tables]
    .sort(
      (one, other) =>
        (one.measuredAt?.getTime() ?? 0) - (other.measuredAt?.getTime() ?? 0) ||
        compare(one.schema, other.schema) ||
        compare(one.table, other.table),
    )
    .map((table, priority) => ({ ...table, priority }))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
