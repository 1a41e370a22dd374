/** The environment as it is now, with empty values as absent: compose files write `NAME=` for "not set". */
export function readProcessEnv(): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && value.trim() !== '') values[name] = value
  }
  return values
}
