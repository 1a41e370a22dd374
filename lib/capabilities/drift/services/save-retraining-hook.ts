import { randomBytes } from 'node:crypto'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { storeSecret } from '@/lib/platform/secrets/store-secret'
import type { SaveRetrainingHookRequest } from '../contract'
import { retrainingKeyPurpose } from './open-retraining-target'
import { HOOK_ID } from './request-retraining'

const keyBytes = 32

/**
 * Sets whom to call for retraining and from when on. A key is made for a first or another address and shown once, in the answer; it is stored sealed. The
 * same address keeps its key.
 */
export async function saveRetrainingHook(
  ctx: ServiceContext,
  input: SaveRetrainingHookRequest,
): Promise<{ key: string | null }> {
  requirePermission(ctx.actor, 'settings.write')
  return transact(async (tx) => {
    const before = await tx.retrainingHook.findUnique({ where: { id: HOOK_ID } })
    const key = before?.url === input.url ? null : `whsec_${randomBytes(keyBytes).toString('base64')}`
    const keySecretId =
      key === null && before !== null ? before.keySecretId : await storeSecret(tx, ctx, retrainingKeyPurpose, key ?? '')
    const data = {
      ...input,
      keySecretId,
      ...(key !== null && { testedAt: null, testDetail: null }),
    }
    await tx.retrainingHook.upsert({ where: { id: HOOK_ID }, create: { ...data, id: HOOK_ID }, update: data })
    await recordAuditEvent(tx, ctx, {
      action: 'retraining-hook.changed',
      objectType: 'retraining-hook',
      objectLabel: 'the retraining webhook',
      detail: { ...input, keyIsFresh: key !== null },
    })
    return { key }
  })
}
