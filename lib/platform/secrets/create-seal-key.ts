// As a program: node --import tsx lib/platform/secrets/create-seal-key.ts <private key file> <public key file>
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import sodium from 'libsodium-wrappers'

/**
 * Makes a pair of seal keys in two files, base64. Refuses to overwrite either: a lost private key is the loss of every
 * secret sealed for it.
 */
export async function createSealKey(privateFile: string, publicFile: string): Promise<void> {
  await sodium.ready
  const pair = sodium.crypto_box_keypair()
  writeFileSync(privateFile, `${Buffer.from(pair.privateKey).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  writeFileSync(publicFile, `${Buffer.from(pair.publicKey).toString('base64')}\n`, { mode: 0o644, flag: 'wx' })
}

const [, program, privateFile, publicFile] = process.argv
if (program && import.meta.url === pathToFileURL(program).href) {
  if (!privateFile || !publicFile) {
    process.stderr.write('usage: create-seal-key.ts <private key file> <public key file>\n')
    process.exit(2)
  }
  await createSealKey(privateFile, publicFile)
}
