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

/** The engines Headgate can open itself today; the others have dialects and no driver. */
export const openableEngines: ReadonlySet<Engine> = new Set(['postgres', 'duckdb'])
/** Speaks an engine's dialect over a door of its own, which nothing here opens. */
const otherDoors: ReadonlySet<string> = new Set(['motherduck'])

/** The engine of a destination service, or null when its type spellings are not known here. */
export function engineOf(destinationService: string): Engine | null {
  return engineOfService.get(destinationService.toLowerCase()) ?? null
}

/** Whether Headgate can open the warehouse of this destination service. Others are watched through their schema config alone. */
export function supports(destinationService: string): boolean {
  const engine = engineOf(destinationService)
  return engine !== null && openableEngines.has(engine) && !otherDoors.has(destinationService.toLowerCase())
}
