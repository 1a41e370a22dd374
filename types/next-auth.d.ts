import type { SessionClaims } from '@/lib/platform/auth/session-token'

declare module 'next-auth' {
  /** Who signed in and when. What they may do is read from the database at each request. */
  interface Session {
    claims: SessionClaims | null
  }
}
