import type { Preset } from '@/lib/control-loop/proposal/domain/action'
import type { ChangeHandling } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { TableMapping } from '../proposal/mapping-proposal'

/**
 * A mapping as settings that are given before the source is read, everything said outright: what happens with new things, each table with its mode,
 * and each column of a table that syncs. By the names of the source. Keys are not among them (the source's own count), and neither are tables made
 * of nested lists, which a source with schemas does not have.
 */
export function presetsOfMapping(
  tables: readonly TableMapping[],
  { schema, changeHandling }: { schema: string; changeHandling: ChangeHandling },
): Preset[] {
  return [
    { kind: 'preset-change-handling', changeHandling },
    ...tables
      .filter(({ parent }) => parent === null)
      .flatMap((table): Preset[] => [
        {
          kind: 'preset-table',
          schema,
          table: table.source,
          enabled: table.enabled,
          syncMode: table.enabled ? table.syncMode : null,
        },
        ...(table.enabled ? table.columns : []).map(
          ({ source, enabled, hashed }): Preset => ({
            kind: 'preset-column',
            schema,
            table: table.source,
            column: source,
            // A key syncs in plain, whatever is asked.
            enabled: enabled || table.key.includes(source),
            hashed: enabled && hashed && !table.key.includes(source),
          }),
        ),
      ]),
  ]
}
