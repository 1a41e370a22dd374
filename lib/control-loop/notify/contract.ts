import { z } from 'zod'
import { channelDraftSchema, channelKindSchema } from './domain/channel'

/** REST shapes of who is told, and of what is on its way to them. */
const instant = z.iso.datetime({ offset: true })

export const saveChannelRequestSchema = channelDraftSchema
export type SaveChannelRequest = z.input<typeof saveChannelRequestSchema>

export const channelViewSchema = z.object({
  id: z.string(),
  kind: channelKindSchema,
  name: z.string(),
  address: z.string(),
  settings: z.record(z.string(), z.string()),
  /** The first characters; the key itself is never given out. */
  keyHint: z.string().nullable(),
  keySetAt: instant.nullable(),
  enabled: z.boolean(),
  state: z.enum(['untested', 'connected', 'refused', 'unreachable']),
  stateDetail: z.string().nullable(),
  stateAt: instant.nullable(),
  waiting: z.number().int(),
  dead: z.number().int(),
})
export type ChannelView = z.infer<typeof channelViewSchema>

export const threadViewSchema = z.object({
  id: z.string(),
  channelName: z.string(),
  /** The newest proposal it is about. */
  proposal: z.object({ id: z.string(), number: z.number().int() }).nullable(),
  /** How many it is about. */
  causes: z.number().int(),
  state: z.enum(['waiting', 'told', 'over', 'dead']),
  openedAt: instant,
  retryAt: instant.nullable(),
  problem: z.string().nullable(),
  reference: z.string().nullable(),
  link: z.string().nullable(),
  lastTry: z.object({ at: instant, outcome: z.string() }).nullable(),
  tries: z.number().int(),
})
export type ThreadView = z.infer<typeof threadViewSchema>

export const integrationsSchema = z.object({
  channels: z.array(channelViewSchema),
  /** The newest first. */
  threads: z.array(threadViewSchema),
})
