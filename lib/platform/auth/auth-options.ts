import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import type { User } from '@/generated/prisma/client'
import { type WebEnv, webEnv } from '../config/env'
import { log } from '../telemetry/log'
import { authenticateIdentity } from './authenticate-identity'
import { authenticatePassword } from './authenticate-password'
import { recordSignIn, recordSignOut } from './record-sign-in'
import { SESSION_SECONDS, sessionClaimsSchema } from './session-token'
import { secondsToWait } from './sign-in-throttle'

type OidcProfile = { sub: string; name?: string; email?: string; email_verified?: boolean }

let options: NextAuthOptions | null = null

/** next-auth's configuration, made at the first request from a checked environment. */
export function authOptions(): NextAuthOptions {
  options ??= buildAuthOptions(webEnv())
  return options
}

/** next-auth's configuration for an environment. */
export function buildAuthOptions(env: WebEnv): NextAuthOptions {
  const isSecure = env.APP_ORIGIN.startsWith('https:')
  return {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: isSecure,
    cookies: {
      sessionToken: {
        name: isSecure ? '__Host-headgate.session' : 'headgate.session',
        // Lax and not Strict: after single sign-on the browser comes back from another site with this cookie.
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
      },
    },
    providers: [passwordProvider(), ...oidcProviders(env)],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== 'oidc') return true
        return (await findOidcUser(env, profile)) !== null || '/sign-in?error=not-invited'
      },
      async jwt({ token, user, account, profile }) {
        if (!account) return token
        const userId = account.provider === 'oidc' ? (await findOidcUser(env, profile))?.id : user.id
        if (!userId) throw new Error('A sign-in ended without a person.')
        const { sessionVersion, signedInAt } = await recordSignIn(userId, account.provider)
        return { sub: userId, userId, sessionVersion, signedInAt }
      },
      session({ session, token }) {
        const claims = sessionClaimsSchema.safeParse(token).data ?? null
        // No name, role or address: whoever shows one reads it from the database.
        return { expires: session.expires, claims }
      },
      redirect({ url }) {
        const target = URL.parse(url, env.APP_ORIGIN)
        return target?.origin === env.APP_ORIGIN ? target.href : env.APP_ORIGIN
      },
    },
    events: {
      async signOut({ token }) {
        const claims = sessionClaimsSchema.safeParse(token).data
        if (claims) await recordSignOut(claims.userId)
      },
    },
    logger: {
      error: (code) => log.error({ event: 'sign-in.fault', code }),
      warn: (code) => log.warn({ event: 'sign-in.warning', code }),
      debug: () => {},
    },
  }
}

const credentialsSchema = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(1000) })

function passwordProvider() {
  return Credentials({
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(input) {
      const credentials = credentialsSchema.safeParse(input).data
      if (!credentials) return null
      const user = await authenticatePassword(credentials.email, credentials.password)
      if (user) return { id: user.id }
      const seconds = await secondsToWait(credentials.email)
      // The form knows this word and counts down; every other no looks alike.
      if (seconds > 0) throw new Error(`throttled:${seconds}`)
      return null
    },
  })
}

function oidcProviders(env: WebEnv): OAuthConfig<OidcProfile>[] {
  if (!env.OIDC_ISSUER) return []
  return [
    {
      id: 'oidc',
      name: env.OIDC_NAME,
      type: 'oauth',
      wellKnown: `${env.OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (profile) => ({ id: profile.sub }),
    },
  ]
}

function findOidcUser(env: WebEnv, profile: unknown): Promise<User | null> {
  return authenticateIdentity(profile, { issuer: env.OIDC_ISSUER ?? '', defaultRole: env.OIDC_DEFAULT_ROLE })
}
