import type { z } from 'zod'
import { problemSchema } from './problem'

/** What the server refused, or that it could not be reached (status 0). `sentence` is for people. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: string,
    readonly detail: Record<string, unknown> | null,
    readonly correlationId: string | null,
  ) {
    super(sentence)
    this.name = 'ProblemError'
  }
}

export interface FetchJsonInit {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  signal?: AbortSignal
}

/**
 * Asks our own API and returns the parsed answer. Refuses an answer of another shape than the contract's, so that a
 * component never sees one; every failure is a ProblemError.
 */
export async function fetchJson<S extends z.ZodType>(
  schema: S,
  path: string,
  init: FetchJsonInit = {},
): Promise<z.output<S>> {
  const response = await send(path, init)
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw problemOf(response.status, body)
  const parsed = schema.safeParse(body)
  if (!parsed.success) {
    throw new ProblemError(
      response.status,
      'unexpected-answer',
      'The server gave an answer this page does not understand. Reload the page.',
      null,
      null,
    )
  }
  return parsed.data
}

async function send(path: string, init: FetchJsonInit): Promise<Response> {
  const method = init.method ?? 'GET'
  // A change always says what it is: the server refuses one that is not JSON, body or not.
  const json = method === 'GET' ? undefined : JSON.stringify(init.body ?? {})
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { accept: 'application/json', ...(json !== undefined && { 'content-type': 'application/json' }) },
      body: json,
      signal: init.signal,
    })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ProblemError(
      0,
      'unreachable',
      'The server cannot be reached. Check the network and try again.',
      null,
      null,
    )
  }
}

function problemOf(status: number, body: unknown): ProblemError {
  const problem = problemSchema.safeParse(body)
  if (!problem.success) return new ProblemError(status, 'fault', 'Something went wrong on the server.', null, null)
  const { code, title, detail, correlationId } = problem.data
  return new ProblemError(status, code, title, detail ?? null, correlationId)
}
