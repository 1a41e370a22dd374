import { isPreset, type Preset } from '@/lib/control-loop/proposal/domain/action'
import { findConnectorType } from '@/lib/control-loop/proposal/domain/connector-types'
import type { ColumnEdit, ConnectionEdit } from '@/lib/integrations/fivetran/port'
import type { BeforeState, PlanStep } from '../domain/plan-step'

/**
 * The edit that a step sends, in the port's words; null for a step that touches nothing outside. `enabled` of a column is always sent (the service
 * demands it): the wanted value where the step sets it, the live one otherwise.
 */
export function editOfStep(step: PlanStep, live: BeforeState): ConnectionEdit | null {
  const [first] = step.actions
  if (step.applyPath !== 'fivetran-api' || !first) return null
  if (first.kind === 'pause-connection' || first.kind === 'resume-connection') {
    return { kind: 'pause', paused: first.kind === 'pause-connection' }
  }
  if (first.kind === 'create-connection') {
    const { groupId, service, name, part, address } = first
    const nameFormat = findConnectorType(service)?.format
    // Unknown types are refused before a person sees them; a plan that holds one sends nothing.
    return nameFormat ? { kind: 'create-connection', groupId, service, nameFormat, name, part, address } : null
  }
  if (isPreset(first)) return presetOf(step.actions.filter(isPreset))
  const columns = new Map<string, ColumnEdit>()
  const tables = new Map<
    string,
    { schema: string; table: string; enabled?: boolean; syncMode?: 'soft-delete' | 'history' | 'live' }
  >()
  const resyncs: { schema: string; table: string }[] = []
  const edit: Extract<ConnectionEdit, { kind: 'schema-config' }> = {
    kind: 'schema-config',
    columns: [],
    tables: [],
    schemas: [],
  }

  for (const action of step.actions) {
    switch (action.kind) {
      case 'set-column-enabled':
      case 'set-column-hashed':
      case 'set-column-key': {
        const { schema, table, column } = action
        const key = `${schema}.${table}.${column}`
        const known = columns.get(key) ?? {
          schema,
          table,
          column,
          enabled: live.objects.find(({ path }) => path === key)?.enabled ?? true,
        }
        if (action.kind === 'set-column-enabled') known.enabled = action.enabled
        if (action.kind === 'set-column-hashed') known.hashed = action.hashed
        if (action.kind === 'set-column-key') known.primaryKey = action.primaryKey
        columns.set(key, known)
        break
      }
      case 'set-table-enabled':
      case 'set-sync-mode': {
        const { schema, table } = action
        const key = `${schema}.${table}`
        const known = tables.get(key) ?? { schema, table }
        if (action.kind === 'set-table-enabled') known.enabled = action.enabled
        if (action.kind === 'set-sync-mode') known.syncMode = action.syncMode
        tables.set(key, known)
        break
      }
      case 'set-schema-enabled':
        edit.schemas.push({ schema: action.schema, enabled: action.enabled })
        break
      case 'set-change-handling':
        edit.changeHandling = action.changeHandling
        break
      case 'resync-table':
        resyncs.push({ schema: action.schema, table: action.table })
        break
      default:
        break
    }
  }
  if (resyncs.length > 0) return { kind: 'resync-tables', tables: resyncs }
  return { ...edit, columns: [...columns.values()], tables: [...tables.values()] }
}

/** Settings given beforehand as one edit. A schema that holds something synced is switched on: the service demands to be told. */
function presetOf(presets: readonly Preset[]): ConnectionEdit {
  const edit: Extract<ConnectionEdit, { kind: 'preset-schema-config' }> = {
    kind: 'preset-schema-config',
    columns: [],
    tables: [],
    schemas: [],
  }
  const schemas = new Map<string, boolean>()
  for (const preset of presets) {
    if (preset.kind === 'preset-change-handling') edit.changeHandling = preset.changeHandling
    else if (preset.kind === 'preset-table') {
      const { schema, table, enabled, syncMode } = preset
      schemas.set(schema, schemas.get(schema) === true || enabled)
      edit.tables.push({ schema, table, enabled, ...(enabled && syncMode !== null && { syncMode }) })
    } else {
      const { schema, table, column, enabled, hashed } = preset
      edit.columns.push({ schema, table, column, enabled, ...(enabled && { hashed }) })
    }
  }
  return { ...edit, schemas: [...schemas].map(([schema, enabled]) => ({ schema, enabled })) }
}
