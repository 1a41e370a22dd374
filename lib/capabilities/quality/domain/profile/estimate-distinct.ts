import type { DistinctCount } from './table-profile'

/** Hashes of about this many rows are kept of each column: 1 of 64 in a table of a million. */
const SKETCH_ROWS = 16_384

/** How many bits of a value's hash must agree with a chosen pattern for it to be kept, for a table of that many rows. */
export function sketchBits(rows: number): number {
  return Math.max(0, Math.ceil(Math.log2(Math.max(1, rows) / SKETCH_ROWS)))
}

/** An ending that no hot value's hash has, so that no value repeated in millions of rows is kept in all of them; 0 when all are taken. */
export function quietResidue(bits: number, hotEndings: readonly number[]): number {
  const taken = new Set(hotEndings)
  for (let residue = 0; residue < 2 ** bits; residue += 1) if (!taken.has(residue)) return residue
  return 0
}

/**
 * Distinct values from a sample of values by hash: each of the others is kept with chance 2^-bits, `hotValues` are known and were kept out.
 * The count kept is binomial, so the 95 % interval is 1.96 · sqrt((2^bits − 1) · others).
 */
export function distinctFromSketch({
  kept,
  bits,
  hotValues,
  present,
}: {
  kept: number
  bits: number
  hotValues: number
  present: number
}): DistinctCount {
  const modulus = 2 ** bits
  if (modulus === 1) return { count: kept, method: 'exact', relativeError: 0 }
  const others = kept * modulus
  const count = Math.min(present, hotValues + others)
  const width = 1.96 * Math.sqrt((modulus - 1) * Math.max(others, modulus))
  return { count, method: 'sketch', relativeError: count === 0 ? null : width / count }
}

/**
 * Distinct values when a sample shows few that occur once: what is unseen follows from those seen once and twice (Chao 1984,
 * d + f1 · (f1 − 1) / 2(f2 + 1)). Null when too many occur once for a sample to tell.
 */
export function distinctFromSample({
  seen,
  once,
  twice,
}: {
  seen: number
  once: number
  twice: number
}): DistinctCount | null {
  if (seen === 0 || once / seen > 0.05) return null
  const unseen = (once * (once - 1)) / (2 * (twice + 1))
  return {
    count: Math.round(seen + unseen),
    method: 'sample',
    relativeError: once === 0 ? null : (once + unseen) / seen,
  }
}
