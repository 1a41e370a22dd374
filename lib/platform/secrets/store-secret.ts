import { recordAuditEvent } from '../audit/record-audit-event'
import type { AuditContext } from '../context'
import type { Tx } from '../db/client'
import { sealSecret } from './seal'

/** Seals and stores a secret, with its audit event (which names the purpose only), and returns its id. */
export async function storeSecret(tx: Tx, ctx: AuditContext, purpose: string, plaintext: string): Promise<string> {
  const { ciphertext, keyId } = await sealSecret(purpose, plaintext)
  const row = await tx.sealedSecret.create({
    data: { purpose, keyId, createdBy: ctx.actor.name, ciphertext: new Uint8Array(ciphertext) },
    select: { id: true },
  })
  await recordAuditEvent(tx, ctx, {
    action: 'secret.stored',
    objectType: 'secret',
    objectId: row.id,
    objectLabel: purpose,
    detail: { keyId },
  })
  return row.id
}
