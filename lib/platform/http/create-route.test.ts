import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { requirePermission } from '../auth/require-permission'
import type { Role } from '../auth/roles-and-permissions'
import { ConflictError, UnauthenticatedError } from './app-error'
import { createRoute, type RouteAgreement, type RouteInput } from './create-route'

const appOrigin = 'https://headgate.example.com'
const surroundings = (role: Role | null) => ({
  appOrigin: () => appOrigin,
  requireActor: async (permission: Parameters<typeof requirePermission>[1]) => {
    if (!role) throw new UnauthenticatedError()
    const actor = { kind: 'user' as const, userId: 'u', name: 'U', role }
    requirePermission(actor, permission)
    return actor
  },
})

const agreement = {
  permission: 'proposals.write' as const,
  params: z.object({ proposalId: z.string().regex(/^\d+$/) }),
  query: z.object({ tag: z.union([z.string(), z.array(z.string())]).optional() }).strict(),
  body: z.object({ name: z.string() }).strict(),
  response: z.object({ hello: z.string() }),
  status: 201,
}
type Agreed = typeof agreement
type Input = RouteInput<z.output<Agreed['params']>, z.output<Agreed['query']>, z.output<Agreed['body']>>

interface Sent {
  role?: Role | null
  headers?: Record<string, string>
  body?: string
  search?: string
  proposalId?: string
  over?: Partial<RouteAgreement<Input['params'], Input['query'], Input['body'], Agreed['response']>>
  handler?: (input: Input) => Promise<{ hello: string }>
}
const send = (sent: Sent = {}) => {
  const handler =
    sent.handler ?? (async ({ body, query }: Input) => ({ hello: `${body.name} ${query.tag ?? ''}`.trim() }))
  const role = sent.role === undefined ? 'engineer' : sent.role
  const route = createRoute(surroundings(role), { ...agreement, ...sent.over }, handler)
  const headers = { origin: appOrigin, 'content-type': 'application/json', ...sent.headers }
  const body = sent.body ?? '{"name":"Ada"}'
  const request = new Request(`${appOrigin}/api/v1/x${sent.search ?? ''}`, { method: 'POST', headers, body })
  return route(request, { params: Promise.resolve({ proposalId: sent.proposalId ?? '1' }) })
}

describe('a route', () => {
  it('answers with the agreed status, never to be stored', async () => {
    const response = await send()
    expect(response.status).toBe(201)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ hello: 'Ada' })
  })

  it('gives a repeated parameter as an array', async () => {
    expect(await (await send({ search: '?tag=a&tag=b' })).json()).toEqual({ hello: 'Ada a,b' })
  })

  it.each<[string, number, Sent]>([
    ['nobody', 401, { role: null }],
    ['a role that may not', 403, { role: 'viewer' }],
    ['another origin', 403, { headers: { origin: 'https://evil.org' } }],
    ['a form', 400, { headers: { 'content-type': 'text/plain' } }],
    ['an address that is none', 400, { proposalId: 'x' }],
    ['an unknown parameter', 400, { search: '?sort=1' }],
    ['a body with an extra field', 400, { body: '{"name":"Ada","role":"admin"}' }],
    ['an object for a scalar', 400, { body: '{"name":{"not":""}}' }],
    ['a prototype', 400, { body: '{"name":"Ada","__proto__":{"role":"admin"}}' }],
    ['a body beyond its cap', 413, { body: `{"name":"${'x'.repeat(2000)}"}`, over: { bodyMaxBytes: 1000 } }],
  ])('refuses %s with %i', async (_what, status, sent) => {
    const response = await send(sent)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status, correlationId: expect.stringMatching(/^c-/) })
  })

  it('passes on a refusal of the service', async () => {
    const response = await send({
      handler: () => Promise.reject(new ConflictError('Somebody was faster.', { now: 2 })),
    })
    expect(await response.json()).toMatchObject({ status: 409, title: 'Somebody was faster.', detail: { now: 2 } })
  })

  it('takes an answer of ours that breaks the contract for a fault', async () => {
    const response = await send({ handler: async () => JSON.parse('{"hello": 1}') })
    expect(response.status).toBe(500)
  })

  it('sends nothing the contract does not name', async () => {
    const response = await send({ handler: async () => JSON.parse('{"hello": "x", "passwordHash": "y"}') })
    expect(await response.text()).not.toContain('passwordHash')
  })
})
