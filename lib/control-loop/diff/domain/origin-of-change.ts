import type { ChangeKind } from './change'

export type ChangeOrigin = 'source' | 'outside'

const origins: Record<ChangeKind, ChangeOrigin> = {
  'schema-added': 'source',
  'schema-removed': 'source',
  'schema-enablement-changed': 'outside',
  'table-added': 'source',
  'table-removed': 'source',
  'table-enablement-changed': 'outside',
  'sync-mode-changed': 'outside',
  'key-changed': 'source',
  'column-added': 'source',
  'column-removed': 'source',
  'column-enablement-changed': 'outside',
  'column-hash-changed': 'outside',
  'type-widened': 'source',
  'type-narrowed': 'source',
  'type-changed': 'source',
  'nullability-changed': 'source',
  'destination-name-changed': 'outside',
  'change-handling-changed': 'outside',
  'type-lock-changed': 'outside',
}

/** Who must have moved: the source itself (`source`), or somebody editing settings around Headgate (`outside`). */
export function originOfChange(kind: ChangeKind): ChangeOrigin {
  return origins[kind]
}
