import type { ModelProvider } from '@/generated/prisma/client'
import { createOpenAiModel } from '@/lib/integrations/llm/openai/create-openai-model'
import type { ModelPort } from '@/lib/integrations/llm/port'
import { workerEnv } from '@/lib/platform/config/env'
import { db } from '@/lib/platform/db/client'
import { openSecret } from '@/lib/platform/secrets/open-secret'
import { SealError } from '@/lib/platform/secrets/seal-keys'
import { log } from '@/lib/platform/telemetry/log'
import { providerKeyPurpose } from './provider-purposes'

/** One a process and provider; `of` names address and key: other ones need other sockets. */
const opened = new Map<string, { of: string; port: ModelPort }>()

/** The client of a provider. Worker only: web has no private key. Throws SealError when its key does not open. */
export async function openModel(provider: ModelProvider): Promise<ModelPort> {
  const { id, kind, baseUrl, apiVersion, keySecretId } = provider
  const of = JSON.stringify([kind, baseUrl, apiVersion, keySecretId])
  const found = opened.get(id)
  if (found?.of === of) return found.port
  const port = createOpenAiModel({
    kind: kind === 'azure' ? 'azure' : 'openai',
    baseUrl,
    apiKey: keySecretId ? await openSecret(db, keySecretId, providerKeyPurpose(id)) : '',
    ...(apiVersion && { apiVersion }),
    allowPrivateAddresses: workerEnv().ALLOW_PRIVATE_ADDRESSES,
  })
  // Calls under way on the old sockets end in their own time.
  opened
    .get(id)
    ?.port.close()
    .catch((error: unknown) => log.warn({ event: 'vendor.not-closed', err: error }))
  opened.set(id, { of, port })
  return port
}

/** Why a provider's client could not be opened, for people; anything but a key that does not open is a fault and goes up. */
export function explainUnopened(error: unknown): string {
  if (error instanceof SealError) return error.message
  throw error
}

/** Ends all sockets: for programs that end by themselves. */
export async function closeModels(): Promise<void> {
  const ports = [...opened.values()].map(({ port }) => port)
  opened.clear()
  await Promise.all(ports.map((port) => port.close()))
}
