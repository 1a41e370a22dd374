import sodium from 'libsodium-wrappers'
import { keyIdOf, readPublicKey } from './seal-keys'

export interface SealedBox {
  ciphertext: Buffer
  keyId: string
}

/**
 * Seals a text so that only the holder of the private key can read it. What it is for is sealed inside, so that a box
 * put in another's place does not open there.
 */
export async function sealSecret(purpose: string, plaintext: string): Promise<SealedBox> {
  const publicKey = await readPublicKey()
  const ciphertext = sodium.crypto_box_seal(JSON.stringify([purpose, plaintext]), publicKey)
  return { ciphertext: Buffer.from(ciphertext), keyId: keyIdOf(publicKey) }
}
