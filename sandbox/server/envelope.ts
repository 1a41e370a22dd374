import type { z } from 'zod'
import { ApiError } from '@/sandbox/errors/api-error'

/** What a handler answers: the status, the envelope, and what it changed (for the log; empty when it changed nothing). */
export interface Reply {
  status: number
  body: unknown
  effect?: string[]
}

/** A successful answer with data and, where the service words one, its message. */
export function success(
  content: unknown,
  options: { status?: number; message?: string; effect?: string[] } = {},
): Reply {
  const { status = 200, message, effect } = options
  return { status, body: { code: 'Success', ...(message ? { message } : {}), data: content }, effect }
}

/** A successful answer without data, as deletes and syncs give. */
export function done(message: string, effect: string[]): Reply {
  return { status: 200, body: { code: 'Success', message }, effect }
}

/** Takes any thrown value; gives the service's error envelope for it. */
export function failure(error: unknown): Reply & { headers: Record<string, string> } {
  if (error instanceof ApiError) {
    return { status: error.status, body: { code: error.code, message: error.message }, headers: error.headers }
  }
  return { status: 500, body: { code: 'InternalServerError', message: 'Internal server error' }, headers: {} }
}

/** Takes a request body and its schema; gives the parsed body or throws the 400 the service would answer. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  const missing = issue?.code === 'invalid_type' && readPath(body, issue.path) === undefined
  if (field === '') throw new ApiError(400, 'InvalidInput', 'Request body must be a JSON object')
  throw new ApiError(
    400,
    'InvalidInput',
    missing ? `Field '${field}' is required` : `Invalid value for field '${field}'`,
  )
}

function readPath(body: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    body,
  )
}

/** Takes an entity name and id; gives the 404 the service answers. */
export function notFound(entity: string, id: string): ApiError {
  return entity === 'Connector'
    ? new ApiError(404, 'NotFound_Connector', `Connector with id '${id}' does not exist.`)
    : new ApiError(404, `NotFound_${entity}`, `Cannot find entity '${entity}' with id '${id}'`)
}
