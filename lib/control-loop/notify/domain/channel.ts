import { z } from 'zod'

/** Who can be told. Closed: a new member is a line in each table here, a case in `services/open-receiver.ts` and a row in the database's own list. */
export const channelKinds = ['webhook', 'slack', 'pagerduty', 'jira', 'servicenow'] as const
export const channelKindSchema = z.enum(channelKinds)
export type ChannelKind = z.infer<typeof channelKindSchema>

/** Receivers that keep a ticket; the others are told in a message. */
export const ticketKinds: readonly ChannelKind[] = ['jira', 'servicenow']

const short = z.string().trim().min(1).max(120)

export const slackSettingsSchema = z.strictObject({
  channel: z
    .string()
    .trim()
    .regex(/^[CDG][A-Z0-9]{2,20}$/),
})
export const jiraSettingsSchema = z.strictObject({
  email: z.email().max(200),
  project: z
    .string()
    .trim()
    .regex(/^[A-Z][A-Z0-9_]{0,30}$/),
  issueType: short,
})
export const serviceNowSettingsSchema = z.strictObject({ user: short, closeCode: short })
export const noSettingsSchema = z.strictObject({})

/** A key as its kind wants it. Signing keys are 24 bytes or more, in base64. */
const signingKey = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,200}={0,2}$/)
const anyKey = z.string().min(1).max(500)

const address = z.url({ protocol: /^https?$/ }).max(500)
const shared = { name: short, address, enabled: z.boolean().default(true) }

/** A channel as it is written. Without a key the stored one stays, as long as the address keeps its host. */
export const channelDraftSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('webhook'), ...shared, settings: noSettingsSchema, key: signingKey.optional() }),
  z.object({ kind: z.literal('slack'), ...shared, settings: slackSettingsSchema, key: anyKey.optional() }),
  z.object({ kind: z.literal('pagerduty'), ...shared, settings: noSettingsSchema, key: anyKey.optional() }),
  z.object({ kind: z.literal('jira'), ...shared, settings: jiraSettingsSchema, key: anyKey.optional() }),
  z.object({ kind: z.literal('servicenow'), ...shared, settings: serviceNowSettingsSchema, key: anyKey.optional() }),
])
export type ChannelDraft = z.output<typeof channelDraftSchema>
