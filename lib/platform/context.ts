import type { Role } from './auth/roles-and-permissions'

/** Who acts. A system actor is a process of ours: it drafts and executes, and never approves. */
export interface Actor {
  kind: 'user' | 'system'
  userId: string | null
  name: string
  role: Role | null
}

export const channels = ['web', 'api', 'worker', 'webhook', 'poll', 'schedule', 'seed'] as const
export type Channel = (typeof channels)[number]

/** What every service gets first: who, through which door, under which correlation id, and the clock. */
export interface ServiceContext {
  actor: Actor
  channel: Channel
  correlationId: string
  now(): Date
}

/** The part of a context that an audit event records. */
export type AuditContext = Pick<ServiceContext, 'actor' | 'channel' | 'correlationId'>

const systemNames: Record<Channel, string> = {
  web: 'Headgate',
  api: 'Headgate',
  worker: 'Headgate worker',
  webhook: 'Fivetran webhook',
  poll: 'Headgate poll',
  schedule: 'Headgate schedule',
  seed: 'Headgate seed',
}

/** The context of work that no person started. */
export function systemContext(channel: Channel, correlationId: string): ServiceContext {
  return {
    actor: { kind: 'system', userId: null, name: systemNames[channel], role: null },
    channel,
    correlationId,
    now: () => new Date(),
  }
}
