import { FivetranError } from '@/lib/integrations/fivetran/errors'
import type { ServiceContext } from '@/lib/platform/context'
import { log } from '@/lib/platform/telemetry/log'
import { registerWebhook } from './register-webhook'

/**
 * Looks with each listing whether our registration still stands and makes it again where it does not. A refusal is written on the account
 * and tried again at the next listing: it is a state, not a job that died.
 */
export async function watchWebhook(ctx: ServiceContext, accountId: string): Promise<void> {
  try {
    await registerWebhook(ctx, accountId)
  } catch (error) {
    if (!(error instanceof FivetranError)) throw error
    log.warn({ event: 'webhook.not-registered', accountId, correlationId: ctx.correlationId, err: error })
  }
}
