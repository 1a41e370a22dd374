const anyOrigin = 'http://console.invalid'

/** Where the person wanted to go, in; a path of this console out. Another site, or sign-in itself, becomes Home. */
export function safeReturnPath(asked: string | undefined): string {
  if (!asked?.startsWith('/')) return '/'
  // The parser knows the tricks of browsers ("//host", "/\host") better than a pattern would.
  const url = URL.canParse(asked, anyOrigin) ? new URL(asked, anyOrigin) : null
  if (!url || url.origin !== anyOrigin || url.pathname.startsWith('/sign-in')) return '/'
  return url.pathname + url.search + url.hash
}
