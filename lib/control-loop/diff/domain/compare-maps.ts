export interface MapComparison<Value> {
  added: { key: string; revision: Value }[]
  removed: { key: string; base: Value }[]
  both: { key: string; base: Value; revision: Value }[]
}

/**
 * The one list comparer every walker stands on: what only the revision has, what only the base has, what both have, each sorted by key,
 * so that the order in which a source lists its objects never shows.
 */
export function compareMaps<Value>(
  base: Readonly<Record<string, Value>>,
  revision: Readonly<Record<string, Value>>,
): MapComparison<Value> {
  const result: MapComparison<Value> = { added: [], removed: [], both: [] }
  for (const key of Object.keys(base).sort()) {
    const baseValue = base[key]
    if (baseValue === undefined) continue
    const revisionValue = Object.hasOwn(revision, key) ? revision[key] : undefined
    if (revisionValue === undefined) result.removed.push({ key, base: baseValue })
    else result.both.push({ key, base: baseValue, revision: revisionValue })
  }
  for (const key of Object.keys(revision).sort()) {
    const revisionValue = revision[key]
    if (revisionValue !== undefined && !Object.hasOwn(base, key)) result.added.push({ key, revision: revisionValue })
  }
  return result
}
