import { describe, expect, it } from 'vitest'
import { type ChannelView, saveChannelRequestSchema } from '@/lib/control-loop/notify/contract'
import { channelKinds } from '@/lib/control-loop/notify/domain/channel'
import { channelRequest, channelText, keyWarning, switchRequest, toSigningKey, waitingWords } from './prepare-channel'

const jira: ChannelView = {
  id: 'c',
  kind: 'jira',
  name: 'Desk',
  address: 'https://example.atlassian.net',
  settings: { email: 'a@example.com', project: 'DATA', issueType: 'Task' },
  keyHint: 'abcd…',
  keySetAt: null,
  enabled: true,
  state: 'connected',
  stateDetail: null,
  stateAt: null,
  waiting: 0,
  dead: 0,
}

describe('channelRequest', () => {
  it('carries what the kind is made of and nothing else, and no key when none was written', () => {
    expect(channelRequest(channelText(jira, 'jira'), 'jira', true)).toEqual({
      kind: 'jira',
      name: 'Desk',
      address: jira.address,
      enabled: true,
      settings: jira.settings,
    })
  })

  it.each(channelKinds)('makes a request of %s that the contract takes', (kind) => {
    const text = {
      ...channelText(null, kind),
      name: 'One',
      address: 'https://example.com',
      key: toSigningKey(new Uint8Array(32)),
      'settings.channel': 'C024BE91L',
      'settings.email': 'a@example.com',
      'settings.project': 'DATA',
      'settings.user': 'svc',
    }
    expect(saveChannelRequestSchema.safeParse(channelRequest(text, kind, true)).error).toBeUndefined()
  })

  it('switches a stored one on and off by a request that the contract takes', () => {
    expect(saveChannelRequestSchema.safeParse(switchRequest(jira, false)).success).toBe(true)
  })
})

describe('keyWarning', () => {
  it('speaks when the host is another, and only when there is a key to lose', () => {
    const text = channelText(jira, 'jira')
    expect(keyWarning({ ...text, address: `${jira.address}/path` }, jira)).toBeNull()
    expect(keyWarning({ ...text, address: 'https://elsewhere.example' }, jira)).toContain('Give the key')
    expect(keyWarning({ ...text, address: 'https://elsewhere.example', key: 'k' }, jira)).toContain('takes its place')
    expect(keyWarning({ ...text, address: 'https://elsewhere.example' }, { ...jira, keyHint: null })).toBeNull()
  })
})

describe('waitingWords', () => {
  it('counts what is on the way and what was given up on', () => {
    expect(waitingWords({ waiting: 0, dead: 0 })).toBeNull()
    expect(waitingWords({ waiting: 1, dead: 2 })).toBe('1 notice on the way, 2 notices given up on')
  })
})
