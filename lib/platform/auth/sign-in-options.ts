import { version, webEnv } from '../config/env'

export interface SignInOptions {
  /** The label of the single sign-on button; null when there is none. */
  oidcName: string | null
  organisation: string
  version: string
}

/** What the sign-in page shows before anybody is known. */
export function signInOptions(): SignInOptions {
  const env = webEnv()
  return { oidcName: env.OIDC_ISSUER ? env.OIDC_NAME : null, organisation: env.ORGANISATION, version }
}
