import { ForbiddenError } from './app-error'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The gate against requests that another site makes a browser send. A change must carry our own origin, exactly: no
 * Origin at all, `null`, a sub-domain or another port are refused, and so is what the browser itself calls cross-site.
 */
export function checkRequestOrigin(request: Pick<Request, 'method' | 'headers'>, appOrigin: string): void {
  if (safeMethods.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  if (request.headers.get('origin') === appOrigin && (site === null || site === 'same-origin')) return
  throw new ForbiddenError('This request did not come from this site.', undefined, 'cross-site')
}
