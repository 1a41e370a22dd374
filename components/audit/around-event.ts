/** A thread in, at most `max` of its events out: those around the chosen one, in their order. */
export function aroundEvent<T extends { seq: number }>(chain: readonly T[], seq: number, max: number): readonly T[] {
  if (chain.length <= max) return chain
  const at = Math.max(
    0,
    chain.findIndex((event) => event.seq === seq),
  )
  const start = Math.min(Math.max(0, at - Math.floor(max / 2)), chain.length - max)
  return chain.slice(start, start + max)
}
