/**
 * True when a reply says everything a request said, value for value. What it says beside that counts for nothing. Words compare without regard to
 * case: the service's own documents spell them either way.
 */
export function repeatsBody(body: unknown, reply: unknown): boolean {
  if (typeof body === 'string' && typeof reply === 'string') return body.toLowerCase() === reply.toLowerCase()
  if (typeof body !== 'object' || body === null) return body === reply
  if (typeof reply !== 'object' || reply === null) return false
  return Object.entries(body).every(
    ([key, value]) => Object.hasOwn(reply, key) && repeatsBody(value, Reflect.get(reply, key)),
  )
}
