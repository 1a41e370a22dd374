import type { Preset } from '@/lib/control-loop/proposal/domain/action'
import type { SchemaTree, TableState } from './schema-tree'

/**
 * The first tree of a connection as it was approved: settings given beforehand in place of what the service made of them. What it ignored then
 * differs from the baseline and is found by the next comparison. Objects the source does not have, modes that cannot switch and locked columns are
 * left as they are: nobody could have them otherwise.
 */
export function expectPresets(tree: SchemaTree, presets: readonly Preset[]): SchemaTree {
  const next = structuredClone(tree)
  for (const preset of presets) {
    if (preset.kind === 'preset-change-handling') {
      next.changeHandling = preset.changeHandling
      continue
    }
    const table = tableOf(next, preset)
    if (!table) continue
    if (preset.kind === 'preset-table') {
      if (!table.lock) table.enabled = preset.enabled
      if (preset.enabled && preset.syncMode !== null && table.syncMode !== null) table.syncMode = preset.syncMode
      continue
    }
    const column = Object.hasOwn(table.columns, preset.column) ? table.columns[preset.column] : undefined
    if (!column) continue
    if (!column.lock) column.enabled = preset.enabled
    if (preset.enabled && !column.primaryKey) column.hashed = preset.hashed
  }
  return next
}

function tableOf(tree: SchemaTree, { schema, table }: { schema: string; table: string }): TableState | undefined {
  const branch = Object.hasOwn(tree.schemas, schema) ? tree.schemas[schema] : undefined
  return branch && Object.hasOwn(branch.tables, table) ? branch.tables[table] : undefined
}
