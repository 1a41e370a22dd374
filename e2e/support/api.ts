import { type APIRequestContext, type APIResponse, expect } from 'playwright/test'
import { z } from 'zod'

const problemSchema = z.object({ title: z.string(), status: z.number(), code: z.string(), correlationId: z.string() })
type Problem = z.infer<typeof problemSchema>

/** The REST API as a signed-in person's browser would call it, or as somebody with their cookie and a terminal would. */
export class Api {
  constructor(
    private readonly request: APIRequestContext,
    private readonly origin: string,
  ) {}

  /** Reads and parses; fails on anything but success. */
  async read<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const response = await this.request.get(`/api/v1${path}`)
    expect(response.status(), `GET ${path}: ${await response.text()}`).toBe(200)
    return schema.parse(await response.json())
  }

  /** A raw GET, whatever it answers. */
  get(path: string): Promise<APIResponse> {
    return this.request.get(`/api/v1${path}`)
  }

  /** A raw POST with the console's own origin, or another one, or none. */
  post(path: string, body: unknown, origin: string | null = this.origin): Promise<APIResponse> {
    const headers: Record<string, string> = origin === null ? {} : { origin }
    return this.request.post(`/api/v1${path}`, { data: body, headers })
  }

  /** Sets or takes away what the console itself would; fails when it does not succeed. */
  async change(method: 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<void> {
    const response = await this.request.fetch(`/api/v1${path}`, {
      method,
      headers: { origin: this.origin },
      ...(body !== undefined && { data: body }),
    })
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true)
  }

  /** Sends what is meant to succeed; fails when it does not. */
  async send<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    const response = await this.post(path, body)
    expect(response.ok(), `POST ${path}: ${response.status()} ${await response.text()}`).toBe(true)
    return schema.parse(await response.json())
  }
}

/** Takes an answer that refuses; gives its problem details. Fails unless it is one, of that status, and says something. */
export async function problemOf(response: APIResponse, status: number): Promise<Problem> {
  expect(response.status(), await response.text()).toBe(status)
  expect(response.headers()['content-type']).toContain('application/problem+json')
  const problem = problemSchema.parse(await response.json())
  expect(problem.status).toBe(status)
  expect(problem.title).toMatch(/\w.*\.$/)
  expect(response.headers()['x-correlation-id']).toBe(problem.correlationId)
  return problem
}
