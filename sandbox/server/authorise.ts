import type { IncomingHttpHeaders } from 'node:http'
import { ApiError } from '@/sandbox/errors/api-error'
import type { Sandbox } from '@/sandbox/sandbox'
import type { KeyPermission, SystemKey } from '@/sandbox/state/system-key'
import { readCredentials, sameText, unauthorised } from './check-headers'
import { hashSecret } from './hash-secret'

/** First part of a path under `/v1`, and what a system key must be allowed there. Schema configs belong to their connection. */
const RESOURCE_OF: Record<string, string> = {
  connections: 'CONNECTOR',
  metadata: 'CONNECTOR',
  destinations: 'DESTINATION',
  groups: 'DESTINATION',
  webhooks: 'WEBHOOK',
  transformations: 'TRANSFORMATION',
  'transformation-projects': 'TRANSFORMATION',
  users: 'USER',
  teams: 'TEAM',
  roles: 'ROLES',
  account: 'ACCOUNT',
  'system-keys': 'ACCOUNT',
}

const LEVELS: readonly KeyPermission['access_level'][] = ['NONE', 'READ', 'MANAGE']

/**
 * Takes a request; gives the API key of the caller. The key of the account may do everything, a system key what its permissions
 * say. Throws the 401 of unknown, rotated and expired credentials and the 403 of a key that may not do this.
 */
export function authorise(sandbox: Sandbox, headers: IncomingHttpHeaders, method: string, path: string): string {
  const { options, world, clock } = sandbox
  const { key, secret } = readCredentials(headers)
  if (sameText(`${key}:${secret}`, `${options.apiKey}:${options.apiSecret}`)) return options.apiKey

  const found = world.systemKeys.find((candidate) => candidate.key === key)
  if (!found || !sameText(hashSecret(secret), found.secretHash)) throw unauthorised()
  if (found.expiredAt !== null && Date.parse(found.expiredAt) <= clock.now().getTime()) throw unauthorised()
  refuseOutOfScope(found, method, path)
  found.lastUsedAt = clock.now().toISOString()
  return key
}

function refuseOutOfScope(key: SystemKey, method: string, path: string): void {
  const [, , family = '', id] = path.split('/')
  // Every key may ask who it is.
  if (path === '/v1/account/info') return
  const resource = RESOURCE_OF[family]
  const needed = method === 'GET' ? 'READ' : 'MANAGE'
  const allowed = key.permissions.some((permission) => {
    if (permission.resource_type !== resource) return false
    if (LEVELS.indexOf(permission.access_level) < LEVELS.indexOf(needed)) return false
    const ids = permission.resource_filter?.ids
    return ids === undefined || (id !== undefined && ids.includes(id))
  })
  if (!allowed) throw new ApiError(403, 'Forbidden', `The system key '${key.name}' is not allowed to do this`)
}
