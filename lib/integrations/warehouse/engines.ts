import type { Engine } from '@/lib/control-loop/snapshot/domain/logical-type'

/** Destination services by the engine behind them, for reading their type spellings. Those absent have an engine of another kind. */
const engineOfService: ReadonlyMap<string, Engine> = new Map([
  ['postgres_warehouse', 'postgres'],
  ['postgres_rds_warehouse', 'postgres'],
  ['postgres_gcp_warehouse', 'postgres'],
  ['azure_postgres_warehouse', 'postgres'],
  ['aurora_postgres_warehouse', 'postgres'],
  ['snowflake', 'snowflake'],
  ['big_query', 'bigquery'],
  ['big_query_dts', 'bigquery'],
  ['managed_big_query', 'bigquery'],
  ['databricks', 'databricks'],
  ['redshift', 'redshift'],
  ['motherduck', 'duckdb'],
])

/** The engine of a destination service, or null when its type spellings are not known here. */
export function engineOf(destinationService: string): Engine | null {
  return engineOfService.get(destinationService.toLowerCase()) ?? null
}

/** Engines Headgate can open; the others have a dialect and no driver, or a door of their own. */
const doors = ['postgres', 'redshift'] as const

/** Whose access opens the warehouse of this destination service; null for one that is watched through its schema config alone. */
export function doorOf(destinationService: string): (typeof doors)[number] | null {
  const engine = engineOf(destinationService)
  return doors.find((door) => door === engine) ?? null
}
