import type { Collision, Mapping } from '../contract'

/**
 * Sources that would be written into one column or one table as the mapping is now named; what is left out takes no name. Case does not
 * part names: most warehouses fold it.
 */
export function findSharedNames({ tables }: Mapping): Collision[] {
  return [
    ...shared(tables).map((found) => ({ ...found, table: null })),
    ...tables
      .filter(({ enabled }) => enabled)
      .flatMap(({ source, columns }) => shared(columns).map((found) => ({ ...found, table: source }))),
  ]
}

function shared(named: readonly { name: string; source: string; enabled: boolean }[]): Omit<Collision, 'table'>[] {
  const sources = new Map<string, string[]>()
  for (const { name, source, enabled } of named) {
    if (!enabled) continue
    const key = name.toLowerCase()
    sources.set(key, [...(sources.get(key) ?? []), source])
  }
  return [...sources].filter(([, all]) => all.length > 1).map(([name, all]) => ({ name, sources: all }))
}
