/** Takes the name of a variable that the runner sets; gives its value. Refuses to go on without it. */
export function fromRunner(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start the journeys with "node scripts/test.mjs --only e2e"`)
  return value
}
