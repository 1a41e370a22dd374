export interface MapComparison<Value> {
  added: { key: string; revision: Value }[]
  removed: { key: string; base: Value }[]
  differing: { key: string; base: Value; revision: Value }[]
}

/**
 * The one list comparer every walker stands on: what only the revision has, what only the base has, and what both have but not alike, each
 * sorted by key, so that the order in which a source lists its objects never shows. `isAlike` may only say yes when no walker would find
 * a difference; it keeps the usual case, nothing changed, from being sorted.
 */
export function compareMaps<Value>(
  base: Readonly<Record<string, Value>>,
  revision: Readonly<Record<string, Value>>,
  isAlike: (base: Value, revision: Value) => boolean,
): MapComparison<Value> {
  const result: MapComparison<Value> = { added: [], removed: [], differing: [] }
  const revisionKeys = Object.keys(revision)
  let shared = 0
  for (const key of Object.keys(base)) {
    const baseValue = base[key]
    if (baseValue === undefined) continue
    const revisionValue = Object.hasOwn(revision, key) ? revision[key] : undefined
    if (revisionValue === undefined) {
      result.removed.push({ key, base: baseValue })
      continue
    }
    shared += 1
    if (!isAlike(baseValue, revisionValue)) result.differing.push({ key, base: baseValue, revision: revisionValue })
  }
  // As many as the base shares with it: nothing was added.
  if (shared < revisionKeys.length)
    for (const key of revisionKeys) {
      const revisionValue = revision[key]
      if (revisionValue !== undefined && !Object.hasOwn(base, key)) result.added.push({ key, revision: revisionValue })
    }
  for (const list of Object.values(result)) list.sort(byKey)
  return result
}

function byKey(one: { key: string }, other: { key: string }): number {
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0
}
