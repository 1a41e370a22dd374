import type { Change } from './change'

/** A schema without its tables: what the header of a snapshot keeps. */
export interface SchemaHead {
  destinationName: string
  enabled: boolean
}

/** The differences of one schema's own settings; undefined stands for a side without it. Its tables are walked apart. */
export function diffSchema(schema: string, base: SchemaHead | undefined, revision: SchemaHead | undefined): Change[] {
  const path = { schema }
  if (revision === undefined) return base === undefined ? [] : [{ kind: 'schema-removed', path }]
  if (base === undefined) return [{ kind: 'schema-added', path, enabled: revision.enabled }]
  const changes: Change[] = []
  if (base.enabled !== revision.enabled) {
    changes.push({ kind: 'schema-enablement-changed', path, base: base.enabled, revision: revision.enabled })
  }
  if (base.destinationName !== revision.destinationName) {
    changes.push({
      kind: 'destination-name-changed',
      path,
      base: base.destinationName,
      revision: revision.destinationName,
    })
  }
  return changes
}
