import { type NamingRules, normaliseName } from './normalise-name'

/** Database services take a prefix at creation and join it with each source schema. Every other one names its schema itself. */
const PREFIXED_SERVICES =
  /^(postgres|mysql|maria|sql_server|oracle|mongo|aurora|heroku_postgres|azure_postgres|google_cloud_postgresql|snowflake_db)/

/** Takes a service and tells which rule set names its objects. */
export function namingRulesOf(service: string): NamingRules {
  return PREFIXED_SERVICES.test(service) ? 'database' : 'application'
}

interface Named {
  service: string
  /** The connection's name, or prefix. */
  schema: string
  destinationSchemaNames: 'FIVETRAN_NAMING' | 'SOURCE_NAMING'
}

/** Takes a connection and tells which rule set names its objects. Source naming is a choice made before the first sync. */
export function connectionNaming(connection: Named): NamingRules {
  return connection.destinationSchemaNames === 'SOURCE_NAMING' ? 'source' : namingRulesOf(connection.service)
}

/** Takes a connection and a source schema; gives the destination schema. */
export function destinationSchemaName(connection: Named, sourceSchema: string): string {
  const rules = connectionNaming(connection)
  if (rules === 'application') return connection.schema
  // Observed: under source naming the prefix does not appear.
  if (rules === 'source') return sourceSchema
  return `${connection.schema}_${normaliseName(sourceSchema, 'database', 'schema')}`
}
