import type { Sandbox } from '@/sandbox/sandbox'
import type { JsonValue } from '@/sandbox/state/world'
import type { Reply } from './envelope'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export interface RouteRequest {
  sandbox: Sandbox
  /** Values of the `:name` parts of the path, decoded. */
  params: Record<string, string>
  query: URLSearchParams
  /** Parsed JSON; undefined when there was no body. */
  body: JsonValue | undefined
  /** API key, `ui` or `sandbox`. */
  actor: string
}

export interface Route {
  method: Method
  /** Path with `:name` parts. */
  path: string
  handle: (request: RouteRequest) => Reply | Promise<Reply>
}

/** Takes the routes and a request line; gives the route with its parameters, or which methods the path has. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | { methods: Method[] } {
  const methods: Method[] = []
  for (const route of routes) {
    const params = matchPath(route.path, path)
    if (params === null) continue
    if (route.method === method) return { route, params }
    methods.push(route.method)
  }
  return { methods }
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const expected = pattern.split('/')
  const actual = path.split('/')
  if (expected.length !== actual.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of expected.entries()) {
    const value = actual[index] ?? ''
    if (!part.startsWith(':')) {
      if (part !== value) return null
      continue
    }
    if (value === '') return null
    try {
      params[part.slice(1)] = decodeURIComponent(value)
    } catch {
      return null
    }
  }
  return params
}

/** Takes a request and the name of a path part its route declares; gives the value. */
export function param(request: RouteRequest, name: string): string {
  const value = request.params[name]
  if (value === undefined) throw new Error(`the route declares no part called ${name}`)
  return value
}
