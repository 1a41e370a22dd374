import { z } from 'zod'
import type {
  AccountIdentity,
  ObservedDestination,
  ObservedGroup,
  ObservedWebhook,
} from '@/lib/integrations/fivetran/port'
import { flag, text, word } from './tolerant'

/** Whose key it is. */
export const accountShape = z
  .object({ account_id: z.string().min(1), account_name: text, system_key_id: text })
  .transform(
    (account): AccountIdentity => ({
      accountId: account.account_id,
      accountName: account.account_name ?? account.account_id,
      keyKind: account.system_key_id === null ? 'user' : 'system',
    }),
  )

export const groupShape = z
  .object({ id: z.string().min(1), name: text })
  .transform((group): ObservedGroup => ({ externalId: group.id, name: group.name ?? group.id }))

export const destinationShape = z
  .object({
    id: z.string().min(1),
    service: z.string().min(1),
    region: text,
    setup_status: word(['incomplete', 'connected', 'broken']),
  })
  .transform(
    (destination): ObservedDestination => ({
      externalId: destination.id,
      service: destination.service,
      region: destination.region,
      setupState: destination.setup_status,
    }),
  )

/** A webhook registration. `secret` comes masked and is not read. */
export const webhookShape = z
  .object({ id: z.string().min(1), url: text, events: z.array(z.string()).nullish(), active: flag(true) })
  .transform(
    (webhook): ObservedWebhook => ({
      webhookId: webhook.id,
      url: webhook.url ?? '',
      events: webhook.events ?? [],
      active: webhook.active,
    }),
  )
