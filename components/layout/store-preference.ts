import type { preferenceCookies } from './preferences'

type PreferenceCookie = (typeof preferenceCookies)[keyof typeof preferenceCookies]

const yearSeconds = 31_536_000

/** Writes one preference cookie in the browser for a year. Values are our own words, so nothing needs escaping. */
export function storePreference(name: PreferenceCookie, value: string): void {
  // The Cookie Store API is missing outside secure contexts, and a console behind plain HTTP on a private network must remember too.
  Object.assign(document, { cookie: `${name}=${value}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax` })
}
