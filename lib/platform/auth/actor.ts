import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import type { Actor } from '../context'
import { UnauthenticatedError } from '../http/app-error'
import { REQUEST_PATH_HEADER } from '../http/request-headers'
import { authOptions } from './auth-options'
import { requirePermission } from './require-permission'
import { resolveActor } from './resolve-actor'
import { can, type Permission } from './roles-and-permissions'

/** The signed-in person of this request as the database knows them now; null when nobody is. */
export async function findActor(): Promise<Actor | null> {
  const session = await getServerSession(authOptions())
  return session?.claims ? resolveActor(session.claims, new Date()) : null
}

/** The signed-in person, who may do this. Throws UnauthenticatedError or ForbiddenError. */
export async function requireActor(permission: Permission): Promise<Actor> {
  const actor = await findActor()
  if (!actor) throw new UnauthenticatedError()
  requirePermission(actor, permission)
  return actor
}

/**
 * For pages: sends a visitor who is not signed in to the sign-in page and back afterwards. `denied` is true when the
 * person may not see this page, which then says so in its own place.
 */
export async function requirePageActor(permission?: Permission): Promise<{ actor: Actor; denied: boolean }> {
  const actor = await findActor()
  if (!actor) redirect(`/sign-in?callbackUrl=${encodeURIComponent(await currentPath())}`)
  return { actor, denied: permission !== undefined && !can(actor.role, permission) }
}

/** Where this request is, as proxy.ts noted it. Only a path of ours: the header is a client's word if proxy.ts is bypassed. */
async function currentPath(): Promise<string> {
  const path = (await headers()).get(REQUEST_PATH_HEADER)
  return path && /^\/(?![/\\])/.test(path) ? path : '/'
}
