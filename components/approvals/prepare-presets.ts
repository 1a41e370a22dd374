import { type Action, isPreset, type Preset } from '@/lib/control-loop/proposal/domain/action'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'

export interface PresetTable {
  path: string
  isSynced: boolean
  syncMode: string | null
  columns: { name: string; setting: 'synced' | 'hashed' | 'left out' }[]
  /** `12 columns: 9 synced, 2 hashed, 1 left out`. */
  summary: string
}

const settingOf = ({ enabled, hashed }: Extract<Preset, { kind: 'preset-column' }>) =>
  enabled ? (hashed ? 'hashed' : 'synced') : 'left out'

/** Settings given beforehand by table, so that a large mapping is read table by table; what needs a second look comes first in each. */
export function preparePresets(actions: readonly Action[]): PresetTable[] {
  const presets = actions.filter(isPreset)
  const columns = presets.filter((preset) => preset.kind === 'preset-column')
  const rank = { hashed: 0, 'left out': 1, synced: 2 }
  return presets
    .filter((preset) => preset.kind === 'preset-table')
    .map(({ schema, table, enabled, syncMode }) => {
      const own = columns
        .filter((column) => column.schema === schema && column.table === table)
        .map((column) => ({ name: column.column, setting: settingOf(column) }) as const)
      return {
        path: formatPath({ schema, table }),
        isSynced: enabled,
        syncMode,
        columns: [...own].sort((one, other) => rank[one.setting] - rank[other.setting]),
        summary: enabled ? summarise(own.map(({ setting }) => setting)) : 'left out',
      }
    })
}

function summarise(settings: readonly string[]): string {
  const counts = ['synced', 'hashed', 'left out']
    .map((setting) => ({ setting, count: settings.filter((one) => one === setting).length }))
    .filter(({ count }) => count > 0)
    .map(({ setting, count }) => `${count} ${setting}`)
  return `${settings.length} ${settings.length === 1 ? 'column' : 'columns'}: ${counts.join(', ')}`
}
