/** Takes a map and a change of one value; gives the map with every value changed, keys as they were. */
export function mapValues<Value, Result>(
  map: Record<string, Value>,
  change: (value: Value, name: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value, name)]))
}
