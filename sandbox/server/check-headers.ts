import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { INFERRED } from '@/sandbox/config/inferred'
import { ApiError } from '@/sandbox/errors/api-error'

/** Takes the request headers; gives the pair the caller signs in with, empty where there is none. */
export function readCredentials(headers: IncomingHttpHeaders): { key: string; secret: string } {
  const encoded = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  const pair = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  return colon < 0 ? { key: pair, secret: '' } : { key: pair.slice(0, colon), secret: pair.slice(colon + 1) }
}

/** The 401 of whoever is not known here. */
export function unauthorised(): ApiError {
  return new ApiError(401, INFERRED.unauthorizedCode, 'Invalid authorization credentials', {
    'WWW-Authenticate': 'Basic',
  })
}

/** Refuses an Accept header that allows neither version of the service's JSON. */
export function checkAccept(headers: IncomingHttpHeaders): void {
  const accepted = (headers.accept ?? '*/*').split(',').some((entry) => {
    const [type = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
    if (type === '*/*' || type === 'application/*') return true
    if (type !== 'application/json') return false
    const version = parameters.find((parameter) => parameter.startsWith('version='))
    return version === undefined || version === 'version=1' || version === 'version=2'
  })
  if (!accepted)
    throw new ApiError(406, 'NotAcceptable', 'Header Accept must be application/json or application/json;version=2')
}

/** Refuses anything but JSON on requests that write. Parameters such as a version are accepted, as the service accepts them. */
export function checkContentType(headers: IncomingHttpHeaders, method: string | undefined): void {
  if (method !== 'POST' && method !== 'PATCH') return
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new ApiError(415, 'UnsupportedMediaType', 'Header Content-Type must be application/json')
  }
}

/** Comparing digests takes the same time whatever the caller guessed, and hides the length. */
export function sameText(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}
