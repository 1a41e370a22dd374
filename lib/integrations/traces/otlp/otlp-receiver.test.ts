import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { TraceSpan } from '../port'
import { createOtlpReceiver } from './create-otlp-receiver'
import { toOtlpBody } from './to-otlp-body'

const span: TraceSpan = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  name: 'chat m',
  startMs: 1_764_037_162_000,
  endMs: 1_764_037_163_500,
  attributes: {
    'gen_ai.request.model': 'm',
    'gen_ai.usage.input_tokens': 12,
    'fcp.cost.usd': 0.5,
    ok: true,
    list: ['stop'],
  },
  error: null,
}

describe('toOtlpBody', () => {
  it('writes ids, nanoseconds and values as the JSON form of the protocol wants them', () => {
    const sent = toOtlpBody([span, { ...span, error: 'timed-out' }], '1.2.3').resourceSpans[0]?.scopeSpans[0]?.spans
    expect(sent?.[0]).toMatchObject({
      traceId: span.traceId,
      kind: 3,
      startTimeUnixNano: '1764037162000000000',
      endTimeUnixNano: '1764037163500000000',
      status: { code: 0 },
      attributes: [
        { key: 'gen_ai.request.model', value: { stringValue: 'm' } },
        { key: 'gen_ai.usage.input_tokens', value: { intValue: '12' } },
        { key: 'fcp.cost.usd', value: { doubleValue: 0.5 } },
        { key: 'ok', value: { boolValue: true } },
        { key: 'list', value: { arrayValue: { values: [{ stringValue: 'stop' }] } } },
      ],
    })
    expect(sent?.[1]?.status).toEqual({ code: 2, message: 'timed-out' })
  })
})

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function receiver(status: number, body: string) {
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => response.writeHead(status, { 'content-type': 'application/json' }).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/v1/traces`
  const opened = createOtlpReceiver({ url, headers: {}, serviceVersion: '1', allowPrivateAddresses: ['127.0.0.0/8'] })
  closing.push(
    () => opened.close(),
    () => new Promise((resolve) => server.close(resolve)),
  )
  return { opened, url }
}

describe('createOtlpReceiver', () => {
  it.each([
    [200, '{}', 'taken'],
    [200, '{"partialSuccess":{"rejectedSpans":"2","errorMessage":"too old"}}', 'partly-taken'],
    [401, '', 'credentials-refused'],
    [400, '', 'refused'],
    [429, '', 'unreachable'],
    [503, '', 'unreachable'],
  ])('%i %s is %s', async (status, body, outcome) => {
    const { opened } = await receiver(status, body)
    expect((await opened.send([span])).outcome).toBe(outcome)
  })

  it('calls no private address that was not allowed', async () => {
    const { url } = await receiver(200, '{}')
    const opened = createOtlpReceiver({ url, headers: {}, serviceVersion: '1' })
    closing.push(() => opened.close())
    expect((await opened.send([])).outcome).toBe('address-refused')
  })
})
