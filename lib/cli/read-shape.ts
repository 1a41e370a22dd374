import type { z } from 'zod'
import { InputError } from './command'

/** A value in the shape a command takes; an error names the path of the first thing that is not as it must be. */
export function readShape<Shape>(value: unknown, shape: z.ZodType<Shape>): Shape {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const path = issue?.path.map(String).join('.') ?? ''
  throw new InputError(`${path === '' ? 'the input' : path}: ${issue?.message ?? 'has another shape'}`)
}
