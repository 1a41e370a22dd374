import type { TreeHeader } from '@/lib/control-loop/snapshot/domain/tree-header'
import type { Change } from './change'
import { compareMaps } from './compare-maps'
import { diffSchema, type SchemaHead } from './diff-schema'

/** The differences above tables: the connection's own settings and its schemas. A setting one side does not tell is no difference. */
export function diffHeader(base: TreeHeader, revision: TreeHeader): Change[] {
  const changes: Change[] = []
  if (base.changeHandling !== revision.changeHandling) {
    changes.push({
      kind: 'change-handling-changed',
      path: {},
      base: base.changeHandling,
      revision: revision.changeHandling,
    })
  }
  if (base.typeLocked !== null && revision.typeLocked !== null && base.typeLocked !== revision.typeLocked) {
    changes.push({ kind: 'type-lock-changed', path: {}, base: base.typeLocked, revision: revision.typeLocked })
  }
  const isAlike = (one: SchemaHead, other: SchemaHead) => one === other
  const { added, removed, differing } = compareMaps<SchemaHead>(base.schemas, revision.schemas, isAlike)
  for (const { key, base: schema } of removed) changes.push(...diffSchema(key, schema, undefined))
  for (const { key, revision: schema } of added) changes.push(...diffSchema(key, undefined, schema))
  for (const { key, base: before, revision: after } of differing) changes.push(...diffSchema(key, before, after))
  return changes
}

/**
 * Whether untouched columns of this schema move along with something above them, so that they are not reported one by one.
 */
export function movesWithParent(base: TreeHeader, revision: TreeHeader, schema: string): boolean {
  if (base.changeHandling !== revision.changeHandling) return true
  const before = Object.hasOwn(base.schemas, schema) ? base.schemas[schema] : undefined
  const after = Object.hasOwn(revision.schemas, schema) ? revision.schemas[schema] : undefined
  return before !== undefined && after !== undefined && before.enabled !== after.enabled
}
