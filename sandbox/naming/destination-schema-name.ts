import { type NamingRules, normaliseName } from './normalise-name'

/** Database services take a prefix at creation and join it with each source schema. Every other one names its schema itself. */
const PREFIXED_SERVICES = /^(postgres|mysql|maria|sql_server|oracle|mongo|aurora|heroku_postgres|azure_postgres)/

/** Takes a service and tells which rule set names its objects. */
export function namingRulesOf(service: string): NamingRules {
  return PREFIXED_SERVICES.test(service) ? 'database' : 'application'
}

/** Takes the connection's service and `schema` (its name or prefix) and a source schema; gives the destination schema. */
export function destinationSchemaName(service: string, connectionSchema: string, sourceSchema: string): string {
  if (namingRulesOf(service) === 'application') return connectionSchema
  return `${connectionSchema}_${normaliseName(sourceSchema, 'database', 'schema')}`
}
