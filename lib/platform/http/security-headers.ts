import { libraryStyleHashes } from './style-hashes'

const libraryStyles = Object.values(libraryStyleHashes)
  .map((hash) => `'${hash}'`)
  .join(' ')

/** What the browser may do on our pages. `nonce` is of this one request; Next puts it on its own scripts. */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const directives = [
    "default-src 'none'",
    // Development's reloading needs eval and a socket; neither is there in production.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}' ${libraryStyles}`,
    // Positions of popovers and virtual rows are style attributes; a style attribute runs nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ]
  return directives.join('; ')
}

const featuresOff = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
]

/** The headers of every answer beside the content security policy. */
export function securityHeaders(isHttps: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': featuresOff.map((feature) => `${feature}=()`).join(', '),
    ...(isHttps && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
}

const internalPrefixes = ['x-middleware-', 'x-nextjs-', 'x-forwarded-']

/** Development's debug channel names its requests by these; production has no such channel. */
const developmentHeaders = new Set(['x-nextjs-request-id', 'x-nextjs-html-request-id'])

/** The headers a request may keep: without those by which a client could speak as the framework or as a proxy. */
export function stripInternalHeaders(headers: Headers, isDevelopment: boolean): Headers {
  const kept = new Headers(headers)
  for (const name of [...kept.keys()]) {
    if (isDevelopment && developmentHeaders.has(name)) continue
    if (internalPrefixes.some((prefix) => name.startsWith(prefix))) kept.delete(name)
  }
  return kept
}
