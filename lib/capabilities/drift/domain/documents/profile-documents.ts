/** How often a path was there and what it held, in so many documents. */
export interface PathProfile {
  present: number
  types: Partial<Record<JsonType, number>>
}

export interface DocumentProfile {
  documents: number
  /** By path: members joined by dots, elements of a list under `[]`, members of a map under `*`. The document itself has the path `$`. */
  paths: ReadonlyMap<string, PathProfile>
}

export type JsonType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null'

/** An object with more different members than this is a map: its keys are data, and its members share one path. */
export const mapMembersMin = 200
/** Deeper is left out, as no table is made of it. */
const depthMax = 32

/**
 * The paths and types of parsed JSON documents. A path counts once a document, however many list elements hold it; a type likewise. `null` is a type.
 * An object with more than two hundred members is taken for a map.
 */
export function profileDocuments(documents: Iterable<unknown>): DocumentProfile {
  const paths = new Map<string, PathProfile>()
  let count = 0
  for (const document of documents) {
    count += 1
    const seen = new Map<string, Set<JsonType>>()
    walk(document, '$', 0, seen)
    for (const [path, types] of seen) {
      const profile = paths.get(path) ?? { present: 0, types: {} }
      profile.present += 1
      for (const type of types) profile.types[type] = (profile.types[type] ?? 0) + 1
      paths.set(path, profile)
    }
  }
  return { documents: count, paths }
}

function walk(value: unknown, path: string, depth: number, seen: Map<string, Set<JsonType>>): void {
  const type = typeOf(value)
  if (type === null || depth > depthMax) return
  const types = seen.get(path) ?? new Set()
  types.add(type)
  seen.set(path, types)
  if (Array.isArray(value)) for (const element of value) walk(element, `${path}[]`, depth + 1, seen)
  else if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
    const isMap = members.length > mapMembersMin
    for (const [name, member] of members) walk(member, `${path}.${isMap ? '*' : name}`, depth + 1, seen)
  }
}

function typeOf(value: unknown): JsonType | null {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'object') return 'object'
  return typeof value === 'string' || typeof value === 'boolean' ? (typeof value as 'string' | 'boolean') : null
}
