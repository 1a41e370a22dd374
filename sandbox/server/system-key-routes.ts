import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { SystemKey } from '@/sandbox/state/system-key'
import { done, parseBody, type Reply, success } from './envelope'
import { requireSystemKey } from './find-entity'
import { hashSecret } from './hash-secret'
import { makeId } from './make-id'
import { paginate } from './paginate'
import type { Route, RouteRequest } from './route'

const DAY_MS = 86_400_000
const EXPIRES_AFTER_MS = {
  ONE_WEEK: 7 * DAY_MS,
  ONE_MONTH: 30 * DAY_MS,
  THREE_MONTHS: 90 * DAY_MS,
  SIX_MONTHS: 180 * DAY_MS,
  INFINITE: null,
} as const
const RESOURCES = [
  'ACCOUNT',
  'USER',
  'WEBHOOK',
  'TEAM',
  'ROLES',
  'DESTINATION',
  'TRANSFORMATION',
  'REMOTE_EXECUTION_AGENT',
  'CONNECTOR',
] as const

const permissionSchema = z.object({
  resource_type: z.enum(RESOURCES),
  access_level: z.enum(['NONE', 'READ', 'MANAGE']),
  resource_filter: z
    .object({ ids: z.array(z.string()).optional(), group_ids: z.array(z.string()).optional() })
    .optional(),
})
const createSchema = z.object({
  name: z.string().min(1),
  expiration_period: z
    .enum(['ONE_WEEK', 'ONE_MONTH', 'THREE_MONTHS', 'SIX_MONTHS', 'INFINITE'])
    .default('THREE_MONTHS'),
  permissions: z.array(permissionSchema).min(1),
})
const patchSchema = createSchema.pick({ name: true, permissions: true }).partial()
const PATH = '/v1/system-keys/:keyId'

/** System keys: list, one, create, edit, delete, rotate. A secret is shown once, when it is made. */
export const systemKeyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/system-keys',
    handle: ({ sandbox, query }) => success(paginate(sandbox.world.systemKeys.map(presentKey), query)),
  },
  { method: 'POST', path: '/v1/system-keys', handle: create },
  { method: 'GET', path: PATH, handle: (request) => success(presentKey(requireSystemKey(request))) },
  { method: 'PATCH', path: PATH, handle: edit },
  { method: 'DELETE', path: PATH, handle: remove },
  { method: 'POST', path: `${PATH}/rotate`, handle: rotate },
]

function create(request: RouteRequest): Reply {
  const { world, clock } = request.sandbox
  const input = parseBody(createSchema, request.body)
  const now = clock.now()
  const lifetime = EXPIRES_AFTER_MS[input.expiration_period]
  const { secret, ...credentials } = makeCredentials()
  const key: SystemKey = {
    id: makeId(world.systemKeys),
    name: input.name,
    ...credentials,
    permissions: input.permissions,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    expiredAt: lifetime === null ? null : new Date(now.getTime() + lifetime).toISOString(),
    lastUsedAt: null,
  }
  world.systemKeys.push(key)
  return success(
    { ...presentKey(key), secret },
    { status: 201, message: 'System key has been created', effect: [`system key ${key.id} created`] },
  )
}

/** The old pair is dead before the new one is shown. */
function rotate(request: RouteRequest): Reply {
  const key = requireSystemKey(request)
  const { secret, ...credentials } = makeCredentials()
  Object.assign(key, credentials, { updatedAt: request.sandbox.clock.now().toISOString() })
  return success(
    { ...presentKey(key), secret },
    { message: 'System key has been rotated', effect: [`system key ${key.id} rotated`] },
  )
}

function edit(request: RouteRequest): Reply {
  const key = requireSystemKey(request)
  const patch = parseBody(patchSchema, request.body)
  key.name = patch.name ?? key.name
  key.permissions = patch.permissions ?? key.permissions
  key.updatedAt = request.sandbox.clock.now().toISOString()
  return success(presentKey(key), {
    message: 'System key has been updated',
    effect: Object.keys(patch).map((name) => `system key ${key.id} ${name} set`),
  })
}

function remove(request: RouteRequest): Reply {
  const { world } = request.sandbox
  const key = requireSystemKey(request)
  world.systemKeys = world.systemKeys.filter((candidate) => candidate !== key)
  return done(`System key with id '${key.id}' has been deleted`, [`system key ${key.id} deleted`])
}

function makeCredentials() {
  const secret = randomBytes(24).toString('base64url')
  return { key: randomBytes(12).toString('base64url'), secret, secretHash: hashSecret(secret) }
}

function presentKey(key: SystemKey) {
  return {
    id: key.id,
    name: key.name,
    key: key.key,
    permissions: key.permissions,
    created_at: key.createdAt,
    updated_at: key.updatedAt,
    ...(key.expiredAt ? { expired_at: key.expiredAt } : {}),
    ...(key.lastUsedAt ? { last_used_at: key.lastUsedAt } : {}),
  }
}
