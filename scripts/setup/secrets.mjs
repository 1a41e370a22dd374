import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const createSealKey = ['--import', 'tsx', 'lib/platform/secrets/create-seal-key.ts']

/**
 * The secrets of one installation, made once and kept in `folder`:
 * - the session secret, which signs sessions (web only);
 * - the seal keys: web seals credentials with the public one, the worker opens them with the private one;
 * - the webhook key, from which both derive the secrets that sign deliveries.
 */
export async function ensureSecrets(processes, folder) {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const sessionSecretFile = ensureRandom(join(folder, 'session-secret'))
  return {
    ...(await ensureSealKeys(processes, join(folder, 'seal.key'), join(folder, 'seal.pub'))),
    sessionSecret: readFileSync(sessionSecretFile, 'utf8'),
    webhookKeyFile: ensureRandom(join(folder, 'webhook.key')),
  }
}

async function ensureSealKeys(processes, sealPrivateKeyFile, sealPublicKeyFile) {
  const missing = [sealPrivateKeyFile, sealPublicKeyFile].filter((file) => !existsSync(file))
  if (missing.length === 1)
    throw new Error(`${missing[0]} is missing while the other half of the seal key is there: restore it, or remove both
(which makes every stored credential unreadable)`)
  if (missing.length === 2)
    await processes.run('create-seal-key', [...createSealKey, sealPrivateKeyFile, sealPublicKeyFile])
  return { sealPrivateKeyFile, sealPublicKeyFile }
}

function ensureRandom(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return file
}
