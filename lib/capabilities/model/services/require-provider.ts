import type { ModelProvider } from '@/generated/prisma/client'
import type { Db, Tx } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'

/** A provider; refuses in words when it is gone. */
export async function requireProvider(tx: Tx | Db, providerId: string): Promise<ModelProvider> {
  const provider = await tx.modelProvider.findUnique({ where: { id: providerId } })
  if (!provider) throw new NotFoundError('There is no such model provider. It may have been removed.')
  return provider
}

/** An address in the one form it is stored and compared in. */
export function normaliseBaseUrl(baseUrl: string): string {
  return new URL(baseUrl).href.replace(/\/+$/, '')
}

/** The first characters of a key, for people to recognise it; of a short one nothing. */
export function hintOf(apiKey: string): string {
  return apiKey.length >= 12 ? `${apiKey.slice(0, 4)}…` : '…'
}
