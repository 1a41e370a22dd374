import { createHash } from 'node:crypto'

/** Takes a secret of high entropy; gives the hash that is kept in its place. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
