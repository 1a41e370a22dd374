import type { NameFormat } from '@/lib/control-loop/proposal/domain/connector-types'
import type { ConnectionEdit } from '../port'
import { describeSchemaConfigBody } from './edit-body'

type CreateEdit = Extract<ConnectionEdit, { kind: 'create-connection' }>
type PresetEdit = Extract<ConnectionEdit, { kind: 'preset-schema-config' }>

const nameKeys: Record<NameFormat, { name: string; part: string | null }> = {
  schema: { name: 'schema', part: null },
  prefix: { name: 'schema_prefix', part: null },
  'schema-and-table': { name: 'schema', part: 'table' },
  'schema-and-group': { name: 'schema', part: 'table_group_name' },
}

/** A new connection in the service's words: paused, untested, and without anything that signs in. */
export function describeCreateBody(edit: CreateEdit): Record<string, unknown> {
  const keys = nameKeys[edit.nameFormat]
  return {
    group_id: edit.groupId,
    service: edit.service,
    paused: true,
    run_setup_tests: false,
    destination_schema_names: 'FIVETRAN_NAMING',
    config: {
      [keys.name]: edit.name,
      ...(keys.part !== null && edit.part !== null ? { [keys.part]: edit.part } : {}),
      ...(edit.address ?? {}),
    },
  }
}

/** Settings given beforehand, in the service's words. `schemas` is demanded, each with whether it is on. */
export function describePresetBody({ kind: _, ...edit }: PresetEdit): Record<string, unknown> {
  return { schemas: {}, ...describeSchemaConfigBody({ kind: 'schema-config', ...edit }) }
}
