import { connectionNaming } from '@/sandbox/naming/destination-schema-name'
import type { Sandbox } from '@/sandbox/sandbox'
import { evolveSource } from '@/sandbox/source/evolve-source'
import type { SourceChange } from '@/sandbox/source/source-change'
import { withSeedKeys } from '@/sandbox/source/source-model'
import type { Connection } from '@/sandbox/state/world'

/** Changes the source behind a connection; gives one line that says what happened. The service learns of it at the next look. */
export function changeSource(sandbox: Sandbox, connection: Connection, change: SourceChange): string {
  const evolved = evolveSource(connection.source, change, connectionNaming(connection))
  connection.source = withSeedKeys(connection.id, evolved)
  sandbox.store.save()
  return `${connection.id} source: ${describeChange(change)}`
}

function describeChange(change: SourceChange): string {
  if (change.op === 'add-table') return `add-table ${change.schema}.${change.table.name}`
  const path = `${change.schema}.${change.table}`
  switch (change.op) {
    case 'add-column':
      return `add-column ${path}.${change.column.name} ${change.column.type}`
    case 'rename-column':
      return `rename-column ${path}.${change.column} to ${change.to}`
    case 'retype-column':
      return `retype-column ${path}.${change.column} to ${change.type}`
    case 'rename-table':
      return `rename-table ${path} to ${change.to}`
    case 'change-key':
      return `change-key ${path} to (${change.primaryKey.join(', ')})`
    case 'add-rows':
      return `add-rows ${path} ${change.rows}`
    case 'set-generator':
      return `set-generator ${path}.${change.column} to ${change.generator.kind}`
    case 'drop-column':
    case 'set-null-share':
      return `${change.op} ${path}.${change.column}`
    case 'drop-table':
      return `drop-table ${path}`
  }
}
