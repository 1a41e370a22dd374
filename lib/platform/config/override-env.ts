import { forgetEnv } from './env'

/** For tests: sets (or, with undefined, unsets) variables and forgets what was parsed; returns a function that restores them. */
export function overrideEnv(values: Record<string, string | undefined>): () => void {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]))
  assign(values)
  return () => assign(before)
}

function assign(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  forgetEnv()
}
