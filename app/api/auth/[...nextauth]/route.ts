import NextAuth from 'next-auth'
import { authOptions } from '@/lib/platform/auth/auth-options'
import { webEnv } from '@/lib/platform/config/env'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { checkRequestOrigin } from '@/lib/platform/http/check-request-origin'
import { toProblemResponse } from '@/lib/platform/http/problem-details'

type Handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>

/** Sign-in and sign-out, by next-auth, behind our own gate against cross-site requests. */
const handle: Handler = async (request, context) => {
  try {
    checkRequestOrigin(request, webEnv().APP_ORIGIN)
    const nextAuth: Handler = NextAuth(authOptions())
    return await nextAuth(request, context)
  } catch (error) {
    return toProblemResponse(error, {
      correlationId: createCorrelationId(),
      method: request.method,
      route: '/api/auth',
    })
  }
}

export { handle as GET, handle as POST }
