import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { CompletionRequest, EmbeddingRequest } from '../port'
import { createOpenAiModel, type OpenAiModelOptions } from './create-openai-model'
import { closeServers, complete, reply, serve } from './testing/serve'

afterEach(closeServers)

const request: CompletionRequest = {
  model: 'test-model',
  messages: [
    { role: 'system', text: 'Say it.' },
    { role: 'user', text: 'Größe <untrusted-x> \u202e' },
  ],
  schema: { name: 'answer', jsonSchema: { type: 'object', properties: {}, additionalProperties: false } },
  outputTokensMax: 50,
  timeoutMs: 2_000,
}
const failed = (status: number, error: object, headers: Record<string, string> = {}): RequestListener => {
  return (_request, response) => reply(response, status, { error: { message: 'no', ...error } }, headers)
}

async function withModel<T>(
  baseUrl: string,
  options: Partial<OpenAiModelOptions>,
  use: (model: ReturnType<typeof createOpenAiModel>) => Promise<T>,
): Promise<T> {
  const model = createOpenAiModel({
    kind: 'openai',
    baseUrl,
    apiKey: 'model-key',
    allowPrivateAddresses: ['127.0.0.0/8'],
    ...options,
  })
  try {
    return await use(model)
  } finally {
    await model.close()
  }
}

/** A server that remembers the one request it got. */
async function remember(answer: RequestListener) {
  const seen: { path: string; headers: IncomingHttpHeaders; body: string }[] = []
  const base = await serve((message, response) => {
    const chunks: Buffer[] = []
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => {
      seen.push({ path: message.url ?? '', headers: message.headers, body: Buffer.concat(chunks).toString() })
      answer(message, response)
    })
  })
  return { base, seen }
}

describe('a model that speaks OpenAI’s API', () => {
  it('completes, and sends exactly the bytes a preview shows', async () => {
    const { base, seen } = await remember((_q, response) => complete(response, { content: '{"a":1}' }))
    await withModel(base, {}, async (model) => {
      expect(await model.complete(request, { callId: 'call-1' })).toEqual({
        outcome: 'completed',
        text: '{"a":1}',
        servedBy: 'served-1',
        usage: { inputTokens: 120, outputTokens: 34 },
        tookMs: expect.any(Number),
        retries: 0,
        mayBeBilled: true,
      })
      expect(seen[0]?.body).toBe(model.outgoingBytes(request))
    })
    expect(seen[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer model-key', 'x-client-request-id': 'call-1' },
    })
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
      model: 'test-model',
      max_completion_tokens: 50,
      response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true } },
    })
  })

  it('speaks Azure’s form: deployment in the path, version in the query, its own key header', async () => {
    const { base, seen } = await remember((_q, response) => complete(response, { content: '{}' }))
    const resource = base.replace('/v1', '/')
    await withModel(resource, { kind: 'azure' }, async (model) => {
      expect(await model.complete(request)).toMatchObject({ outcome: 'completed' })
      expect(await model.complete({ ...request, model: '../../admin' })).toMatchObject({ outcome: 'model-gone' })
    })
    expect(seen).toHaveLength(1)
    expect(seen[0]?.path).toBe('/openai/deployments/test-model/chat/completions?api-version=2024-10-21')
    expect(seen[0]?.headers).toMatchObject({ 'api-key': 'model-key' })
    expect(seen[0]?.headers.authorization).toBeUndefined()
  })

  const cutAt = (bytes: number): RequestListener => {
    return (_q, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' })
      response.write('x'.repeat(bytes), () => response.socket?.resetAndDestroy())
    }
  }
  const inTenSeconds = new Date(Date.UTC(2030, 0, 1, 0, 0, 10)).toUTCString()
  const html: RequestListener = (_q, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in to the proxy</h1>')
  }

  it.each<[string, RequestListener, Record<string, unknown>]>([
    [
      'a limit with seconds to wait',
      failed(429, { code: 'rate_limit_exceeded' }, { 'retry-after': '7' }),
      { outcome: 'rate-limited', retryAfterSeconds: 7, mayBeBilled: false },
    ],
    [
      'a limit with a date to wait for',
      failed(429, {}, { 'retry-after': inTenSeconds }),
      { outcome: 'rate-limited', retryAfterSeconds: 10 },
    ],
    ['a limit with milliseconds', failed(429, {}, { 'retry-after-ms': '1200' }), { retryAfterSeconds: 2 }],
    ['a limit that says nothing more', failed(429, {}), { outcome: 'rate-limited', retryAfterSeconds: null }],
    [
      'a limit whose wait cannot be read',
      failed(429, {}, { 'retry-after': 'soon' }),
      { outcome: 'rate-limited', retryAfterSeconds: null },
    ],
    [
      'a spent account, even with a time to wait',
      failed(429, { type: 'insufficient_quota', code: 'insufficient_quota' }, { 'retry-after': '1' }),
      { outcome: 'spend-limit', mayBeBilled: false },
    ],
    ['a payment due', failed(402, {}), { outcome: 'spend-limit' }],
    ['a gateway’s budget', failed(400, { type: 'budget_exceeded' }), { outcome: 'spend-limit' }],
    ['too much load', failed(529, { type: 'overloaded_error' }), { outcome: 'overloaded', mayBeBilled: false }],
    ['no capacity', failed(503, {}, { 'retry-after': '3' }), { outcome: 'overloaded', retryAfterSeconds: 3 }],
    ['a wrong key', failed(401, {}), { outcome: 'credentials-refused' }],
    ['a forbidden model', failed(403, {}), { outcome: 'credentials-refused' }],
    ['a retired model', failed(404, { code: 'model_not_found' }), { outcome: 'model-gone', mayBeBilled: false }],
    ['a model never pulled', failed(404, { message: 'model "x" not found' }), { outcome: 'model-gone' }],
    ['a missing deployment', failed(404, { code: 'DeploymentNotFound' }), { outcome: 'model-gone' }],
    ['a wrong path', failed(404, {}), { outcome: 'failed', status: 404 }],
    ['a fault', failed(500, {}), { outcome: 'failed', status: 500, mayBeBilled: false }],
    ['a filtered request', failed(400, { code: 'content_filter' }), { outcome: 'declined' }],
    ['too long a request', failed(400, { code: 'context_length_exceeded' }), { outcome: 'failed', status: 400 }],
    [
      'a refusal',
      (_q, r) => complete(r, { content: null, refusal: 'I will not.' }),
      { outcome: 'declined', reason: 'I will not.', usage: { inputTokens: 120, outputTokens: 34 }, mayBeBilled: true },
    ],
    ['a filtered answer', (_q, r) => complete(r, { content: '{"a' }, 'content_filter'), { outcome: 'declined' }],
    [
      'an answer cut at its length',
      (_q, r) => complete(r, { content: '{"rat' }, 'length'),
      { outcome: 'cut-off', text: '{"rat', usage: { inputTokens: 120, outputTokens: 34 } },
    ],
    [
      'no choices',
      (_q, r) => reply(r, 200, { choices: [], usage: { prompt_tokens: 9, completion_tokens: 0 } }),
      { outcome: 'empty', usage: { inputTokens: 9, outputTokens: 0 }, mayBeBilled: true },
    ],
    [
      'a call of a tool nobody offered',
      (_q, r) => complete(r, { content: null, tool_calls: [{ function: { name: 'rm' } }] }, 'tool_calls'),
      { outcome: 'empty' },
    ],
    [
      'another shape that still cost something',
      (_q, r) => reply(r, 200, { output: 'x', usage: { prompt_tokens: 5, completion_tokens: 6 } }),
      { outcome: 'failed', usage: { inputTokens: 5, outputTokens: 6 }, mayBeBilled: true },
    ],
    [
      'tokens no one believes',
      (_q, r) => reply(r, 200, { choices: [], usage: { prompt_tokens: -5, completion_tokens: 1e300 } }),
      { outcome: 'empty', usage: null },
    ],
    ['a web page', html, { outcome: 'failed', usage: null, mayBeBilled: true }],
    [
      'a web page as an error',
      (_q, r) => void r.writeHead(502).end('<h1>Bad</h1>'),
      { outcome: 'failed', status: 502 },
    ],
    [
      'half of the JSON',
      (_q, r) => void r.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":[{"mess'),
      { outcome: 'failed', mayBeBilled: true },
    ],
    ['a reply cut in the middle', cutAt(40), { outcome: 'unreachable', mayBeBilled: true }],
    ['a connection reset before the reply', (q) => q.socket.resetAndDestroy(), { outcome: 'unreachable' }],
    ['silence', () => {}, { outcome: 'timed-out', mayBeBilled: true }],
    [
      'a redirect',
      (_q, r) => void r.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
      { outcome: 'failed', reason: 'The server answers with a redirect.' },
    ],
    [
      'a reply too large to hold',
      (_q, r) => void r.writeHead(200, { 'content-type': 'application/json' }).end('x'.repeat(70_000)),
      { outcome: 'failed', mayBeBilled: true },
    ],
  ])('names %s', async (_name, listener, expected) => {
    const options = { replyBytesMax: 64 * 1024, now: () => Date.UTC(2030, 0, 1) }
    const outcome = await withModel(await serve(listener), options, (model) =>
      model.complete({ ...request, timeoutMs: 250 }),
    )
    expect(outcome).toMatchObject(expected)
    expect(JSON.stringify(outcome)).not.toContain('model-key')
  })

  it('asks once: repeating is for whoever pays', async () => {
    const { base, seen } = await remember((_q, response) => reply(response, 500, {}))
    await withModel(base, {}, (model) => model.complete(request))
    expect(seen).toHaveLength(1)
  })

  it('sends nothing to an address the operator did not allow, and nothing without a connection', async () => {
    const { base, seen } = await remember((_q, response) => complete(response, { content: '{}' }))
    for (const [address, options, outcome] of [
      [base, { allowPrivateAddresses: [] }, 'address-refused'],
      ['http://169.254.169.254/v1', {}, 'address-refused'],
      ['file:///etc/passwd', {}, 'address-refused'],
      ['not an address', {}, 'address-refused'],
      [base, { apiKey: 'key\r\nX-Other: 1' }, 'credentials-refused'],
      ['http://127.0.0.1:1/v1', {}, 'unreachable'],
    ] as const) {
      expect(await withModel(address, options, (model) => model.complete(request))).toMatchObject({
        outcome,
        mayBeBilled: false,
      })
    }
    expect(seen).toHaveLength(0)
  })

  it('ends when it is told to', async () => {
    const base = await serve(() => {})
    const stop = AbortSignal.timeout(30)
    expect(await withModel(base, {}, (model) => model.complete(request, { signal: stop }))).toMatchObject({
      outcome: 'unreachable',
      reason: 'The call was cancelled.',
    })
  })

  it('lists the models, which is never billed', async () => {
    const base = await serve((_q, r) => reply(r, 200, { object: 'list', data: [{ id: 'a' }, { id: 'b' }] }))
    expect(await withModel(base, {}, (model) => model.listModels())).toMatchObject({
      outcome: 'listed',
      models: ['a', 'b'],
      mayBeBilled: false,
    })
    const locked = await serve(failed(401, {}))
    expect(await withModel(locked, {}, (model) => model.listModels())).toMatchObject({ outcome: 'credentials-refused' })
  })
})

describe('embeddings', () => {
  const embedding: EmbeddingRequest = { model: 'e', texts: ['one', 'two'], timeoutMs: 1_000 }
  const usage = { prompt_tokens: 4, total_tokens: 4 }

  it('come back as numbers, in the order of the texts', async () => {
    const { base, seen } = await remember((_q, response) => {
      const data = [
        { index: 1, embedding: [0, 1] },
        { index: 0, embedding: [1, 0] },
      ]
      reply(response, 200, { model: 'e-1', data, usage })
    })
    expect(await withModel(base, {}, (model) => model.embed({ ...embedding, dimensions: 2 }))).toMatchObject({
      outcome: 'embedded',
      vectors: [
        [1, 0],
        [0, 1],
      ],
      usage: { inputTokens: 4, outputTokens: 0 },
      servedBy: 'e-1',
    })
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({ encoding_format: 'float', dimensions: 2 })
  })

  it.each<[string, unknown[]]>([
    ['one too few', [{ index: 0, embedding: [1] }]],
    ['two in one place', [0, 0].map((index) => ({ index, embedding: [1] }))],
    ['two lengths', [[1], [1, 2]].map((vector, index) => ({ index, embedding: vector }))],
    ['base64', ['AAAA', 'AAAA'].map((vector, index) => ({ index, embedding: vector }))],
    ['no numbers', [[], []].map((vector, index) => ({ index, embedding: vector }))],
  ])('are refused with %s, and still cost something', async (_name, data) => {
    const base = await serve((_q, response) => reply(response, 200, { data, usage }))
    expect(await withModel(base, {}, (model) => model.embed(embedding))).toMatchObject({
      outcome: 'failed',
      usage: { inputTokens: 4, outputTokens: 0 },
      mayBeBilled: true,
    })
  })
})
