import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sodium from 'libsodium-wrappers'
import { keyFileEnv } from '../config/env'

/** A secret cannot be sealed or opened, and why. Carries no part of the secret. */
export class SealError extends Error {
  override readonly name = 'SealError'
}

/** Names a key without giving it away: the first half of the SHA-256 of its public half. */
export function keyIdOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 32)
}

/** The key that seals. Both processes may have it. */
export async function readPublicKey(): Promise<Uint8Array> {
  await sodium.ready
  const { SEAL_PUBLIC_KEY_FILE: publicFile, SEAL_PRIVATE_KEY_FILE: privateFile } = keyFileEnv()
  if (publicFile) return readKey(publicFile, sodium.crypto_box_PUBLICKEYBYTES)
  if (privateFile) return sodium.crypto_scalarmult_base(readKey(privateFile, sodium.crypto_box_SECRETKEYBYTES))
  throw new SealError('No SEAL_PUBLIC_KEY_FILE is set: secrets cannot be sealed.')
}

/** The pair that opens. Only the worker has it; anywhere else this throws. */
export async function readKeyPair(): Promise<{ publicKey: Uint8Array; privateKey: Uint8Array }> {
  await sodium.ready
  const { SEAL_PRIVATE_KEY_FILE: privateFile } = keyFileEnv()
  if (!privateFile) throw new SealError('No SEAL_PRIVATE_KEY_FILE is set: only the worker opens secrets.')
  const privateKey = readKey(privateFile, sodium.crypto_box_SECRETKEYBYTES)
  return { privateKey, publicKey: sodium.crypto_scalarmult_base(privateKey) }
}

function readKey(path: string, bytes: number): Uint8Array {
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  if (key.length !== bytes)
    throw new SealError('A seal key file does not hold a key: 32 bytes in base64 were expected.')
  return new Uint8Array(key)
}
