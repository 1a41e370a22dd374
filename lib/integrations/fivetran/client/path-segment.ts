import { InvalidRequestError } from '../errors'

/** Whether a name can stand in a path: `.` and `..` are folded away by servers, an empty one disappears, a broken one has no UTF-8. */
export function canBeSegment(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && isWellFormed(name)
}

/** A name as one percent-encoded path segment, so that `a/../b` or `50%` reaches the service as that name. Refuses what cannot stand there. */
export function encodeSegment(name: string): string {
  if (!canBeSegment(name)) throw new InvalidRequestError({}, `"${name}" cannot be named in a request to Fivetran.`)
  return encodeURIComponent(name)
}

function isWellFormed(name: string): boolean {
  try {
    encodeURIComponent(name)
    return true
  } catch {
    return false
  }
}
