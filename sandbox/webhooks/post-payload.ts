import { signPayload } from './webhook-payload'

export const DELIVERY_TIMEOUT_MS = 10_000

export interface PostResult {
  status: number | null
  error: string | null
}

/** Posts one signed body and waits for the status line. Never throws: what went wrong is in `error`, in the service's words. */
export async function postPayload(url: string, body: string, secret: string | null): Promise<PostResult> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (secret !== null) headers['x-fivetran-signature-256'] = signPayload(secret, body)
  try {
    const signal = AbortSignal.timeout(DELIVERY_TIMEOUT_MS)
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    await response.body?.cancel()
    return { status: response.status, error: response.ok ? null : `Unexpected response status ${response.status}` }
  } catch (error) {
    return { status: null, error: describe(error) }
  }
}

function describe(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'java.net.SocketTimeoutException: Read timed out'
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'ECONNREFUSED') return 'java.net.ConnectException: Connection refused'
  if (code === 'ENOTFOUND') return 'java.net.UnknownHostException'
  return cause instanceof Error ? `java.io.IOException: ${cause.message}` : 'java.io.IOException'
}
