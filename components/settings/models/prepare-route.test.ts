import { describe, expect, it } from 'vitest'
import type { ProviderView } from '@/lib/capabilities/model/contract'
import { modelChoices, modelUse, moveInRoute, routeOf } from './prepare-route'

const price = (model: string, isEmbedding = false) => ({
  model,
  inputMicrosPerMillion: 1,
  outputMicrosPerMillion: 1,
  isEmbedding,
})
const provider = (part: Partial<ProviderView>): ProviderView => ({
  id: 'p1',
  name: 'OpenAI',
  kind: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  apiVersion: null,
  keyHint: null,
  keySetAt: null,
  keySetBy: null,
  residencyNote: '',
  timeoutSeconds: 60,
  position: 0,
  enabled: true,
  state: 'connected',
  stateDetail: null,
  stateAt: null,
  testUnderWay: false,
  probes: [],
  modelsSeen: [],
  restsUntil: null,
  restReason: null,
  prices: [price('small'), price('embed', true)],
  ...part,
})

describe('modelChoices', () => {
  it('offers priced models that answer, and says when their provider is off', () => {
    const choices = modelChoices([provider({}), provider({ id: 'p2', name: 'Own', enabled: false })])
    expect(choices.map(({ model, provider: name, problem }) => [model, name, problem])).toEqual([
      ['small', 'OpenAI', null],
      ['small', 'Own', 'its provider is not in use'],
    ])
    expect(modelChoices([provider({})], modelUse('embed-texts')).map(({ model }) => model)).toEqual(['embed'])
  })
})

describe('routeOf', () => {
  it('keeps the order and names what cannot be asked any more', () => {
    const route = [
      { providerId: 'p1', model: 'large' },
      { providerId: 'gone', model: 'small' },
      { providerId: 'p1', model: 'small' },
    ]
    expect(routeOf(route, [provider({})]).map(({ problem }) => problem)).toEqual([
      'has no price',
      'its provider is gone',
      null,
    ])
  })
})

describe('moveInRoute', () => {
  const [a, b] = [
    { providerId: 'p1', model: 'a' },
    { providerId: 'p1', model: 'b' },
  ]
  it('swaps neighbours and stops at the ends', () => {
    expect(moveInRoute([a, b], 1, -1)).toEqual([b, a])
    expect(moveInRoute([a, b], 0, -1)).toEqual([a, b])
    expect(moveInRoute([a, b], 1, 1)).toEqual([a, b])
  })
})
