import { databasesAtHost, ofOneSchema, ofOneTable, ofTableGroup, otherPrefixed } from './connector-type-names'

/**
 * How the name of a connection is written, which is also where it lands: one schema, one table of a schema, a prefix before each of the source's
 * schemas, or a group of tables in a schema. Permanent from its creation on.
 */
export type NameFormat = 'schema' | 'schema-and-table' | 'prefix' | 'schema-and-group'

export interface ConnectorType {
  /** The service's own name of it, e.g. `postgres`. */
  id: string
  format: NameFormat
  /** Reached at a host, a port and a database. */
  hasAddress: boolean
}

const of = (ids: readonly string[], format: NameFormat, hasAddress = false) =>
  ids.map((id): ConnectorType => ({ id, format, hasAddress }))

/** Every type a connection can be created of, by name. */
export const connectorTypes: readonly ConnectorType[] = [
  ...of(databasesAtHost, 'prefix', true),
  ...of(otherPrefixed, 'prefix'),
  ...of(ofOneTable, 'schema-and-table'),
  ...of(ofTableGroup, 'schema-and-group'),
  ...of(ofOneSchema, 'schema'),
].sort((one, other) => (one.id < other.id ? -1 : 1))

const byId = new Map(connectorTypes.map((type) => [type.id, type]))

/** The type of that name, null when nobody here knows it. */
export function findConnectorType(id: string): ConnectorType | null {
  return byId.get(id) ?? null
}

/** Only sources with schemas of their own take settings before the service has looked at them. */
export function takesPresets(type: ConnectorType): boolean {
  return type.format === 'prefix'
}

/** What the service takes as a name: lower case, digits and underscores, no digit first. */
export const connectionNamePattern = /^[a-z_][a-z0-9_]*$/

/** The name a connection goes by: its schema or prefix, with the table or group where its type has one. */
export function connectionName({ name, part }: { name: string; part: string | null }): string {
  return part === null ? name : `${name}.${part}`
}
