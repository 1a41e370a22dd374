import sodium from 'libsodium-wrappers'
import { z } from 'zod'
import type { Db, Tx } from '../db/client'
import { keyIdOf, readKeyPair, SealError } from './seal-keys'

const contentSchema = z.tuple([z.string(), z.string()])

/**
 * Opens a stored secret; works in the worker only. Refuses one that is gone, was sealed with another key, was altered,
 * or was sealed for another purpose than the one asked for.
 */
export async function openSecret(db: Db | Tx, secretId: string, purpose: string): Promise<string> {
  const row = await db.sealedSecret.findUnique({ where: { id: secretId } })
  if (!row) throw new SealError('The secret is gone. Enter it again.')
  const { publicKey, privateKey } = await readKeyPair()
  if (row.keyId !== keyIdOf(publicKey)) {
    throw new SealError('The secret was sealed with another key than the worker has. Enter it again.')
  }
  const [sealedFor, plaintext] = open(row.ciphertext, publicKey, privateKey)
  if (sealedFor !== purpose) throw new SealError('The secret was sealed for another purpose. Enter it again.')
  return plaintext
}

function open(ciphertext: Uint8Array, publicKey: Uint8Array, privateKey: Uint8Array): [string, string] {
  try {
    const bytes = sodium.crypto_box_seal_open(new Uint8Array(ciphertext), publicKey, privateKey)
    return contentSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch {
    // No cause: it could quote what was inside.
    throw new SealError('The secret was altered. Enter it again.')
  }
}
