import { InvalidInputError, TooLargeError } from './app-error'

export const BODY_BYTES_MAX = 1024 * 1024

/**
 * The raw bytes of a request's body, up to a cap that is enforced while reading: a declared length may lie, and a body
 * without one may never end. Throws TooLargeError.
 */
export async function readBody(request: Request, bytesMax: number = BODY_BYTES_MAX): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw new TooLargeError(bytesMax)
  if (!request.body) return Buffer.alloc(0)
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > bytesMax) {
      await reader.cancel().catch(() => {})
      throw new TooLargeError(bytesMax)
    }
    chunks.push(value)
  }
}

/** The parsed JSON of a body. Refuses another content type: forms are what other sites can send. */
export async function readJsonBody(request: Request, bytesMax: number = BODY_BYTES_MAX): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new InvalidInputError('The body must be sent as application/json.', [], 400)
  const bytes = await readBody(request, bytesMax)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new InvalidInputError('The body is not JSON.', [], 400)
  }
}
