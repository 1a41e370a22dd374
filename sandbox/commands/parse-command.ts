import { z } from 'zod'
import { ApiError } from '@/sandbox/errors/api-error'

/** Takes a command's body and its schema; gives it parsed, or throws a 400 that says which field is wrong and how. */
export function parseCommand<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body ?? {})
  if (!parsed.success) throw new ApiError(400, 'BadCommand', z.prettifyError(parsed.error))
  return parsed.data
}
