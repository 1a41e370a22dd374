import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { processEnv, webEnv } from '@/lib/platform/config/env'
import { NONCE_HEADER, REQUEST_PATH_HEADER } from '@/lib/platform/http/request-headers'
import { contentSecurityPolicy, securityHeaders, stripInternalHeaders } from '@/lib/platform/http/security-headers'

/**
 * Puts the security headers on every answer and a fresh nonce into every page. Decides nothing about who may see what:
 * pages and routes do that themselves, where no header can talk them out of it.
 */
export function proxy(request: NextRequest) {
  const nonce = randomBytes(16).toString('base64')
  const isDevelopment = processEnv().NODE_ENV === 'development'
  const policy = contentSecurityPolicy(nonce, isDevelopment)
  const headers = stripInternalHeaders(request.headers, isDevelopment)
  headers.set(NONCE_HEADER, nonce)
  headers.set(REQUEST_PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  // Next reads the nonce for its own scripts from the request's copy of the policy.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'no-store')
  for (const [name, value] of Object.entries(securityHeaders(webEnv().APP_ORIGIN.startsWith('https:')))) {
    response.headers.set(name, value)
  }
  return response
}

export const config = {
  // Built files are the same for everybody, carry hashes in their names and may be cached.
  matcher: ['/((?!_next/static/).*)'],
}
