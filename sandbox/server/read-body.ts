import type { IncomingMessage } from 'node:http'
import { ApiError } from '@/sandbox/errors/api-error'
import type { JsonValue } from '@/sandbox/state/world'

const MAX_BODY_BYTES = 10 * 1024 * 1024

/** Takes a request; gives its parsed JSON, undefined when it has no body. Refuses what is not JSON and what is too large. */
export async function readBody(message: IncomingMessage): Promise<JsonValue | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new ApiError(413, 'PayloadTooLarge', 'Request body is too large')
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    throw new ApiError(400, 'BadRequest', 'Request body is not valid JSON')
  }
}
