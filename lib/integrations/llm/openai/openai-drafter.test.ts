import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { DraftInput } from '../port'
import { PROMPT_VERSION } from '../prompt'
import { createOpenAiDrafter, type OpenAiDrafterOptions } from './create-openai-drafter'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
}

const input: DraftInput = {
  connectorType: 'salesforce',
  changes: [],
  rulesDraft: { rationale: 'r', actions: [] },
  allowedKinds: ['set-column-hashed'],
}
const draft = {
  rationale: 'Hash it.',
  actions: [{ kind: 'set-column-hashed', schema: 's', table: 't', column: 'c', hashed: true }],
}

async function draftFrom(baseUrl: string, options: Partial<OpenAiDrafterOptions> = {}) {
  const drafter = createOpenAiDrafter({
    baseUrl,
    apiKey: 'model-key',
    model: 'test-model',
    allowPrivateAddresses: ['127.0.0.0/8'],
    timeoutMs: 1_000,
    ...options,
  })
  try {
    return await drafter.draftProposal(input)
  } finally {
    await drafter.close()
  }
}

function complete(response: ServerResponse, message: unknown, finish = 'stop') {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(
    JSON.stringify({
      choices: [{ index: 0, finish_reason: finish, message }],
      usage: { prompt_tokens: 120, completion_tokens: 34, total_tokens: 154 },
    }),
  )
}
function fail(response: ServerResponse, status: number, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end('{"error":{"message":"no"}}')
}

describe('the OpenAI-compatible drafter', () => {
  it('returns the draft with what it cost, and sends key, model and a strict schema', async () => {
    let sent: { authorization: string | undefined; body: Record<string, unknown> } | null = null
    const base = await serve((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () => {
        sent = { authorization: request.headers.authorization, body: JSON.parse(body) }
        complete(response, { content: JSON.stringify(draft) })
      })
    })
    expect(await draftFrom(base)).toEqual({
      outcome: 'drafted',
      draft,
      model: 'test-model',
      promptVersion: PROMPT_VERSION,
      tookMs: expect.any(Number),
      usage: { inputTokens: 120, outputTokens: 34 },
    })
    expect(sent).toMatchObject({
      authorization: 'Bearer model-key',
      body: { model: 'test-model', response_format: { type: 'json_schema', json_schema: { strict: true } } },
    })
  })

  it.each<[string, RequestListener, Record<string, unknown>]>([
    [
      'a refusal',
      (_q, r) => complete(r, { content: null, refusal: 'I will not.' }),
      { outcome: 'declined', reason: 'I will not.' },
    ],
    [
      'an answer cut at its length',
      (_q, r) => complete(r, { content: '{"rat' }, 'length'),
      { outcome: 'cut-off', usage: { inputTokens: 120, outputTokens: 34 } },
    ],
    [
      'prose',
      (_q, r) => complete(r, { content: 'Sure! Here it is' }),
      { outcome: 'invalid', reason: 'The answer is not JSON.' },
    ],
    [
      'a kind that was not offered',
      (_q, r) => complete(r, { content: '{"rationale":"","actions":[{"kind":"drop-table"}]}' }),
      { outcome: 'invalid' },
    ],
    [
      'no choices',
      (_q, r) => void r.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
      { outcome: 'invalid' },
    ],
    ['a wrong key', (_q, r) => fail(r, 401), { outcome: 'credentials-refused' }],
    [
      'a rate limit',
      (_q, r) => fail(r, 429, { 'retry-after': '1' }),
      { outcome: 'rate-limited', retryAfterSeconds: 1 },
    ],
    ['a fault', (_q, r) => fail(r, 500), { outcome: 'failed', status: 500 }],
    ['a redirect', (_q, r) => fail(r, 302, { location: 'http://127.0.0.1:1/' }), { outcome: 'failed' }],
    ['silence', () => {}, { outcome: 'unreachable' }],
  ])('names %s', async (_name, listener, expected) => {
    expect(await draftFrom(await serve(listener), { timeoutMs: 300 })).toMatchObject(expected)
  })

  it('calls no address the operator did not allow', async () => {
    let visits = 0
    const base = await serve((_request, response) => {
      visits++
      complete(response, { content: JSON.stringify(draft) })
    })
    expect(await draftFrom(base, { allowPrivateAddresses: [] })).toMatchObject({ outcome: 'unreachable' })
    expect(visits).toBe(0)
  })
})
