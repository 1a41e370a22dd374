/** Takes a map keyed by names others chose and gives the entry, or undefined. A table may well be called `constructor`. */
export function ownEntry<Value>(map: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined
}
