import type { Actor } from '../context'
import { ForbiddenError } from '../http/app-error'
import { can, type Permission, whoCan } from './roles-and-permissions'

/**
 * Refuses an actor who may not do this. Our own processes may do what they were built for, except decide: a review is
 * a person's, always.
 */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (actor.kind === 'system' ? permission !== 'reviews.write' : can(actor.role, permission)) return
  throw new ForbiddenError(`Your role does not allow this: it takes ${listRoles(whoCan(permission))}.`, { permission })
}

function listRoles(names: readonly string[]): string {
  const withArticle = names.map((name) => (/^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`))
  return withArticle.length < 2
    ? withArticle.join('')
    : `${withArticle.slice(0, -1).join(', ')} or ${withArticle.at(-1)}`
}
