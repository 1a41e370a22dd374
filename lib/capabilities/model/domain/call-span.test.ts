import { describe, expect, it } from 'vitest'
import { type SpannedCall, toCallSpan } from './call-span'

const call: SpannedCall = {
  id: 'c1',
  correlationId: 'corr',
  task: 'draft-mapping',
  promptVersion: 'draft-mapping.3',
  subject: 'crm.contact',
  kind: 'openai',
  baseUrl: 'https://models.example.com/v1',
  model: 'm',
  servedBy: 'm-2026',
  outcome: 'answered',
  endedMs: 2_000,
  tookMs: 500,
  inputTokens: 10,
  outputTokens: 5,
  costMicros: 1_500,
  cached: false,
  turn: 1,
  requestedById: null,
  content: null,
}

describe('toCallSpan', () => {
  it('speaks the current names, and says nothing of the content unless told to', () => {
    const span = toCallSpan(call)
    expect(span).toMatchObject({ name: 'chat m', startMs: 1_500, endMs: 2_000, error: null })
    expect([span.traceId.length, span.spanId.length]).toEqual([32, 16])
    expect(span.attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.response.model': 'm-2026',
      'gen_ai.usage.input_tokens': 10,
      'server.address': 'models.example.com',
      'server.port': 443,
      'fcp.cost.usd': 0.0015,
      'langfuse.observation.prompt.version': 3,
    })
    expect(Object.keys(span.attributes).filter((name) => /messages|gen_ai\.(system|prompt)/.test(name))).toEqual([])
  })

  it('is one span however often it is sent, and of one trace with what it belongs to', () => {
    expect(toCallSpan(call)).toEqual(toCallSpan({ ...call }))
    expect(toCallSpan({ ...call, id: 'c2' }).traceId).toBe(toCallSpan(call).traceId)
    expect(toCallSpan({ ...call, id: 'c2' }).spanId).not.toBe(toCallSpan(call).spanId)
  })

  it('names errors, vectors, and content where it is to go out', () => {
    const failed = toCallSpan({ ...call, outcome: 'timed-out', task: 'embed-texts' })
    expect([failed.error, failed.attributes['error.type'], failed.name]).toEqual([
      'timed-out',
      'timed-out',
      'embeddings m',
    ])
    const told = toCallSpan({ ...call, content: { input: [{ role: 'user', text: 'q' }], output: 'a' } })
    expect(told.attributes['gen_ai.input.messages']).toBe('[{"role":"user","parts":[{"type":"text","content":"q"}]}]')
  })
})
