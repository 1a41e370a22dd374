import type { ChannelView, SaveChannelRequest, ThreadView } from '@/lib/control-loop/notify/contract'
import type { ChannelKind } from '@/lib/control-loop/notify/domain/channel'

/** The text of a channel's form; fields of other kinds stay empty. */
export type ChannelText = {
  name: string
  address: string
  key: string
  'settings.channel': string
  'settings.email': string
  'settings.project': string
  'settings.issueType': string
  'settings.user': string
  'settings.closeCode': string
}
export type ChannelField = keyof ChannelText

/** What each kind is called, what its key is called, what else it needs, and where it usually lives. */
export const kindFaces: Record<
  ChannelKind,
  { word: string; keyLabel: string; keyHint: string; address: string; fields: readonly ChannelField[] }
> = {
  webhook: {
    word: 'Signed webhook',
    keyLabel: 'Signing key',
    keyHint: 'whsec_ and at least 24 bytes in base64. The receiver needs the same one.',
    address: '',
    fields: [],
  },
  slack: {
    word: 'Slack',
    keyLabel: 'Bot token',
    keyHint: 'With the scope chat:write. Invite the bot to the channel.',
    address: 'https://slack.com',
    fields: ['settings.channel'],
  },
  pagerduty: {
    word: 'PagerDuty',
    keyLabel: 'Routing key',
    keyHint: 'Of an Events API v2 integration.',
    address: 'https://events.pagerduty.com',
    fields: [],
  },
  jira: {
    word: 'Jira',
    keyLabel: 'API token',
    keyHint: 'Of the user named above.',
    address: '',
    fields: ['settings.email', 'settings.project', 'settings.issueType'],
  },
  servicenow: {
    word: 'ServiceNow',
    keyLabel: 'Password',
    keyHint: 'Of a user who may read and write incidents.',
    address: '',
    fields: ['settings.user', 'settings.closeCode'],
  },
}

export const fieldLabels: Record<ChannelField, string> = {
  name: 'Name',
  address: 'Address',
  key: 'Key',
  'settings.channel': 'Channel id',
  'settings.email': 'User',
  'settings.project': 'Project key',
  'settings.issueType': 'Issue type',
  'settings.user': 'User',
  'settings.closeCode': 'Close code',
}

const defaults: Partial<ChannelText> = { 'settings.issueType': 'Task', 'settings.closeCode': 'Solution provided' }

/** A channel in, what its form starts with out; null is a form for another one. The key never comes back. */
export function channelText(channel: ChannelView | null, kind: ChannelKind): ChannelText {
  const setting = (field: 'channel' | 'email' | 'project' | 'issueType' | 'user' | 'closeCode') =>
    channel ? (channel.settings[field] ?? '') : (defaults[`settings.${field}`] ?? '')
  return {
    name: channel?.name ?? '',
    address: channel?.address ?? kindFaces[kind].address,
    key: '',
    'settings.channel': setting('channel'),
    'settings.email': setting('email'),
    'settings.project': setting('project'),
    'settings.issueType': setting('issueType'),
    'settings.user': setting('user'),
    'settings.closeCode': setting('closeCode'),
  }
}

/** The form's text in, the request out. Parsed by the contract before it is sent. */
export function channelRequest(text: ChannelText, kind: ChannelKind, enabled: boolean): unknown {
  const settings = Object.fromEntries(
    kindFaces[kind].fields.map((field) => [field.replace('settings.', ''), text[field].trim()]),
  )
  const key = text.key.trim()
  return { kind, name: text.name, address: text.address.trim(), enabled, settings, ...(key !== '' && { key }) }
}

/** A stored channel as the request that only switches it on or off; its key stays. */
export function switchRequest({ kind, name, address, settings }: ChannelView, enabled: boolean): SaveChannelRequest {
  return { kind, name, address, settings, enabled } as SaveChannelRequest
}

/** What saving does to the stored key, said before it is saved; null when it stays. */
export function keyWarning(text: ChannelText, channel: ChannelView | null): string | null {
  if (!channel?.keyHint || hostOf(text.address) === hostOf(channel.address)) return null
  const clears = 'Saving another host clears the stored key.'
  return text.key.trim() === ''
    ? `${clears} Give the key for the new host, or save without one.`
    : `${clears} The key above takes its place.`
}

function hostOf(address: string): string | null {
  return URL.parse(address.trim())?.origin ?? null
}

/** Random bytes in, a signing key as the Standard Webhooks specification writes it out. */
export function toSigningKey(bytes: Uint8Array): string {
  return `whsec_${btoa(String.fromCharCode(...bytes))}`
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** What is on its way to a channel, in words; null when nothing is. */
export function waitingWords({ waiting, dead }: Pick<ChannelView, 'waiting' | 'dead'>): string | null {
  const parts = [
    ...(waiting > 0 ? [`${plural(waiting, 'notice')} on the way`] : []),
    ...(dead > 0 ? [`${plural(dead, 'notice')} given up on`] : []),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}

/** How far a thread is, in words. */
export const threadWords: Record<ThreadView['state'], string> = {
  waiting: 'On the way',
  told: 'Told',
  over: 'Over',
  dead: 'Given up on',
}
