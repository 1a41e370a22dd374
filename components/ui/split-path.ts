/** A dotted path or its segments in; the prefix with its closing dot and the last segment out. */
export function splitPath(path: string | readonly string[]): { prefix: string; last: string } {
  const segments = typeof path === 'string' ? path.split('.') : path
  const last = segments.at(-1) ?? ''
  const before = segments.slice(0, -1)
  return { prefix: before.length === 0 ? '' : `${before.join('.')}.`, last }
}
