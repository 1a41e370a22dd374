import { mixedColumns } from './mixed-columns'

/**
 * The measure of the bench: one exact pass as anybody would write it, with count, nulls, min, max, mean and deviation of every column that has
 * them, in the engine's own types.
 */
export function aggregatePassSql(table: string): string {
  const parts = mixedColumns().flatMap(({ name }) => {
    const column = `"${name}"`
    if (name.startsWith('flag')) return [`count(${column})`]
    const extremes = [`count(${column})`, `min(${column})`, `max(${column})`]
    const isNumber = /^(id|small|count|big|normal|skewed|amount)/.test(name)
    return isNumber ? [...extremes, `avg(${column})`, `stddev(${column})`] : extremes
  })
  return `SELECT count(*), ${parts.map((part, position) => `${part} AS a${position}`).join(', ')} FROM ${table}`
}
