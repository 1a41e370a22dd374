import type { NameFormat } from '@/lib/control-loop/proposal/domain/connector-types'
import { destinationName, type NamingRules } from '../naming/destination-name'
import { findCollisions } from '../naming/find-collisions'
import type { TableMapping } from '../proposal/mapping-proposal'

/** A connection that lands in the same destination: its name and the schemas it writes, as last read. */
export interface Neighbour {
  name: string
  schemas: readonly string[]
}

export interface Landing {
  format: NameFormat
  name: string
  /** Table or group, where the type has one. */
  part: string | null
  /** Schema at the source, which a prefix is joined with. */
  sourceSchema: string
}

/** Sources with schemas of their own have one rule list, everything else the other. */
export function namingRulesOf(format: NameFormat): NamingRules {
  return format === 'prefix' ? 'database' : 'application'
}

/** The schema of the destination that a connection of this name would write. */
export function landingSchema({ format, name, sourceSchema }: Landing): string {
  return format === 'prefix' ? `${name}_${destinationName([sourceSchema], 'database', 'table')}` : name
}

/**
 * What would meet in the destination, as sentences: another connection of that name or in that schema, and tables or columns that come out with one
 * name by the service's rules. What is left out takes no name. Empty: nothing meets.
 */
export function findLandingFaults(
  tables: readonly TableMapping[],
  landing: Landing,
  neighbours: readonly Neighbour[],
): string[] {
  const rules = namingRulesOf(landing.format)
  const schema = landingSchema(landing)
  const full = landing.part === null ? landing.name : `${landing.name}.${landing.part}`
  const faults: string[] = []
  const sameName = neighbours.find(({ name }) => name === full)
  if (sameName) faults.push(`The destination has a connection \`${full}\` already.`)
  // Connections of one table share a schema on purpose.
  const sharesSchema = landing.format === 'schema-and-table' || landing.format === 'schema-and-group'
  const sameSchema = neighbours.find(
    ({ name, schemas }) => name !== full && (schemas.includes(schema) || name === schema),
  )
  if (sameSchema && !sharesSchema) faults.push(`\`${schema}\` is where the connection \`${sameSchema.name}\` writes.`)
  const synced = tables.filter(({ enabled }) => enabled)
  for (const { name, sources } of findCollisions(
    synced.map(({ source }) => [source]),
    rules,
    'table',
  )) {
    faults.push(`The tables ${list(sources)} would both be \`${name}\`.`)
  }
  for (const { source, columns } of synced) {
    const paths = columns.filter(({ enabled }) => enabled).map((column) => [column.source])
    for (const { name, sources } of findCollisions(paths, rules, 'column')) {
      faults.push(`The columns ${list(sources)} of \`${source}\` would both be \`${name}\`.`)
    }
  }
  return faults
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' and ')
}
