import type { ResyncScope } from '@/sandbox/state/world'

/** Takes two scopes of re-syncs that wait for their turn; gives the one that covers both. Everything swallows the rest. */
export function mergeScopes(first: ResyncScope, second: ResyncScope): ResyncScope {
  if (first === null || second === null) return null
  const merged = { ...first }
  for (const [schema, tables] of Object.entries(second)) {
    merged[schema] = [...new Set([...(Object.hasOwn(merged, schema) ? (merged[schema] ?? []) : []), ...tables])]
  }
  return merged
}
