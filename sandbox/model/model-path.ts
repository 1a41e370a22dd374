export type ModelEndpoint = 'chat' | 'embeddings' | 'models'

const ENDPOINTS: Record<string, ModelEndpoint> = {
  '/chat/completions': 'chat',
  '/embeddings': 'embeddings',
  '/models': 'models',
}

export interface ModelPath {
  endpoint: ModelEndpoint
  kind: 'openai' | 'azure'
  /** Azure names the model in the path. */
  deployment: string | null
}

/**
 * Takes the path of a request under `/model`; gives what is asked for, in OpenAI's form (`/model/v1/chat/completions`) or Azure's
 * (`/model/openai/deployments/name/chat/completions?api-version=…`), or null.
 */
export function readModelPath(url: URL): ModelPath | null {
  const { pathname, searchParams } = url
  const plain = /^\/model\/v1(\/.*)$/.exec(pathname)?.[1]
  if (plain !== undefined) return found(plain, 'openai', null)
  // Azure answers 404 to a request that does not name a version of its API.
  if (!searchParams.get('api-version')) return null
  const deployed = /^\/model\/openai\/deployments\/([^/]+)(\/.*)$/.exec(pathname)
  if (deployed) return found(deployed[2] ?? '', 'azure', deployed[1] ?? null)
  return pathname === '/model/openai/models' ? found('/models', 'azure', null) : null
}

function found(path: string, kind: ModelPath['kind'], deployment: string | null): ModelPath | null {
  const endpoint = ENDPOINTS[path]
  return endpoint ? { endpoint, kind, deployment } : null
}
