import type { RetrainingHook } from '@/generated/prisma/client'
import type { RetrainingTarget } from '@/lib/integrations/retraining/port'
import { createWebhookTarget } from '@/lib/integrations/retraining/webhook/create-webhook-target'
import { workerEnv } from '@/lib/platform/config/env'
import { db } from '@/lib/platform/db/client'
import { openSecret } from '@/lib/platform/secrets/open-secret'

export const retrainingKeyPurpose = 'retraining webhook key'

/** Whoever is called for retraining. Worker only. Close it after use. */
export async function openRetrainingTarget(hook: RetrainingHook, now: () => Date): Promise<RetrainingTarget> {
  return createWebhookTarget({
    url: hook.url,
    secret: await openSecret(db, hook.keySecretId, retrainingKeyPurpose),
    allowPrivateAddresses: workerEnv().ALLOW_PRIVATE_ADDRESSES,
    now,
  })
}
