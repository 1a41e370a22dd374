import { createHash } from 'node:crypto'

/**
 * The key under which the same matter is known again: the same connection and the same wish. Ids of changes are left out, since the same change seen again has
 * another one.
 */
export function keyOfMatter(connectionId: string, verb: string, path: string): string {
  return createHash('sha256')
    .update(JSON.stringify([connectionId, verb, path]))
    .digest('hex')
}
