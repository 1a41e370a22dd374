/** A hash in, its first and last four out with the middle cut; "sha256:" in front becomes a word. Short values stay whole. */
export function shortenHash(hash: string): string {
  const [, algorithm, digits = hash] = /^(\w+):(.+)$/.exec(hash) ?? []
  const short = digits.length > 10 ? `${digits.slice(0, 4)}…${digits.slice(-4)}` : digits
  return algorithm ? `${algorithm} ${short}` : short
}
