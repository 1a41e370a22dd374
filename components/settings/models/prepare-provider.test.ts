import { describe, expect, it } from 'vitest'
import {
  createProviderRequestSchema,
  editProviderRequestSchema,
  type ProviderView,
} from '@/lib/capabilities/model/contract'
import { createRequestOf, editRequestOf, keyWarning, keyWords, providerText } from './prepare-provider'

const provider: ProviderView = {
  id: 'p1',
  name: 'OpenAI',
  kind: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  apiVersion: null,
  keyHint: 'sk-ab…',
  keySetAt: null,
  keySetBy: null,
  residencyNote: 'EU',
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
  prices: [],
}

describe('createRequestOf', () => {
  it('leaves the key out for servers that take none, and passes the contract', () => {
    const request = createRequestOf({ ...providerText(null), name: 'Ollama' }, 'openai')
    expect(request).not.toHaveProperty('apiKey')
    expect(createProviderRequestSchema.safeParse(request).success).toBe(true)
  })

  it('sends an API version to Azure only', () => {
    const text = { ...providerText(null), name: 'x', apiVersion: '2024-10-21' }
    expect(createRequestOf(text, 'azure').apiVersion).toBe('2024-10-21')
    expect(createRequestOf(text, 'openai').apiVersion).toBeNull()
  })
})

describe('editRequestOf', () => {
  it('is empty when nothing was touched', () => {
    expect(editRequestOf(providerText(provider), 'openai', provider)).toEqual({})
  })

  it('holds only what was touched, and passes the contract', () => {
    const text = { ...providerText(provider), baseUrl: 'https://gate.example/v1', timeoutSeconds: '30', apiKey: 'k' }
    const request = editRequestOf(text, 'openai', provider)
    expect(request).toEqual({ baseUrl: 'https://gate.example/v1', timeoutSeconds: 30, apiKey: 'k' })
    expect(editProviderRequestSchema.safeParse(request).success).toBe(true)
  })
})

describe('keyWarning', () => {
  const moved = { ...providerText(provider), baseUrl: 'https://gate.example/v1' }

  it('says before saving that another address clears the key', () => {
    expect(keyWarning(moved, provider)).toBe(
      'Saving another address clears the stored key. Give the key for the new address, or save without one.',
    )
    expect(keyWarning({ ...moved, apiKey: 'k' }, provider)).toContain('takes its place')
  })

  it('is silent for the same address, without a key, and for another provider', () => {
    expect(keyWarning(providerText(provider), provider)).toBeNull()
    expect(keyWarning(moved, { ...provider, keyHint: null })).toBeNull()
    expect(keyWarning(moved, null)).toBeNull()
  })
})

describe('keyWords', () => {
  it('shows the beginning of a key, that a short one is set, or that there is none', () => {
    expect(['sk-ab…', '…', null].map((keyHint) => keyWords({ keyHint }))).toEqual(['sk-ab…', 'set', 'none'])
  })
})
