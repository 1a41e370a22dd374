import { destinationName, type NamingRules } from './destination-name'

export interface Collision {
  /** The one name in the destination. */
  name: string
  /** The source paths that all become it, in the order given. */
  sources: string[]
}

/** Source paths that become one destination name, and would be written into one column or table. */
export function findCollisions(
  paths: readonly (readonly string[])[],
  rules: NamingRules = 'application',
  object: 'column' | 'table' = 'column',
): Collision[] {
  const bySource = new Map<string, Set<string>>()
  for (const path of paths) {
    const name = destinationName(path, rules, object)
    bySource.set(name, (bySource.get(name) ?? new Set()).add(path.join('.')))
  }
  return [...bySource]
    .filter(([, sources]) => sources.size > 1)
    .map(([name, sources]) => ({ name, sources: [...sources] }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}
