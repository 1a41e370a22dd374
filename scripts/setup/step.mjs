/** Announces a piece of work, does it, and says how long it took. */
export async function step(label, work) {
  process.stdout.write(`  ${label} … `)
  const began = Date.now()
  const result = await work()
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1)} s\n`)
  return result
}
