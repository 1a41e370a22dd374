import type { ModelFaultKind } from './model-fault'

export interface ModelReply {
  status: number
  headers: Record<string, string>
  body: string
}

/** The models the list offers. Any other name is served too, except one that begins with `retired`. */
export const OFFERED = ['sandbox-large', 'sandbox-small', 'sandbox-embed']

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): ModelReply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

const refuse = (status: number, message: string, type: string, code: string | null, headers = {}): ModelReply =>
  json(status, { error: { message, type, param: null, code } }, headers)

export const badRequest = (message: string) => refuse(400, message, 'invalid_request_error', null)
export const wrongKey = () => refuse(401, 'Incorrect API key provided.', 'invalid_request_error', 'invalid_api_key')
export const unknownPath = () => refuse(404, 'Unknown request URL.', 'invalid_request_error', 'unknown_url')
export const goneModel = (model: string) =>
  refuse(404, `The model '${model}' does not exist or was retired.`, 'invalid_request_error', 'model_not_found')

/** The reply of a fault that strikes before anything is made; null for the faults of a made answer. */
export function refusalOf(kind: ModelFaultKind, model: string, retryAfterSeconds: number): ModelReply | null {
  switch (kind) {
    case 'rate-limit':
      return refuse(429, 'Rate limit reached.', 'requests', 'rate_limit_exceeded')
    case 'rate-limit-wait':
      return refuse(429, 'Rate limit reached.', 'requests', 'rate_limit_exceeded', {
        'retry-after': String(retryAfterSeconds),
      })
    case 'spend-limit':
      return refuse(429, 'You exceeded your current quota.', 'insufficient_quota', 'insufficient_quota')
    case 'overloaded':
      return refuse(529, 'Overloaded.', 'overloaded_error', null)
    case 'server-error':
      return refuse(500, 'The server had an error.', 'server_error', null)
    case 'unauthorized':
      return wrongKey()
    case 'retired':
      return goneModel(model)
    case 'web-page':
      return { status: 502, headers: { 'content-type': 'text/html' }, body: '<html><h1>502 Bad Gateway</h1></html>' }
    default:
      return null
  }
}
