/**
 * The entry of a map read from outside, or undefined. Names come from sources and may be `constructor` or `__proto__`,
 * which a plain index would find on the prototype.
 */
export function ownEntry<Value>(map: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined
}
