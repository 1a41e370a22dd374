import { z } from 'zod'
import { db } from '@/lib/platform/db/client'
import { openSecret } from '@/lib/platform/secrets/open-secret'
import { SealError } from '@/lib/platform/secrets/seal-keys'
import { Secret } from '@/lib/platform/secrets/secret'

/** Sealed rows never change, so each is opened once a process; null: sealed with a key we do not have. */
const opened = new Map<string, Secret[] | null>()

/** Of a secret that is a JSON object (a warehouse's access), the parts that open a door. */
const partsSchema = z.record(z.string(), z.unknown())
const telling = /pass|secret|token|key/i

/**
 * The values of all secrets stored now, so that none can be part of a question or of the ledger. Works in the worker only: web can open
 * none of them.
 */
export async function readLiveSecrets(): Promise<string[]> {
  const rows = await db.sealedSecret.findMany({ select: { id: true, purpose: true } })
  const live = new Set(rows.map(({ id }) => id))
  for (const id of opened.keys()) if (!live.has(id)) opened.delete(id)
  for (const { id, purpose } of rows) if (!opened.has(id)) opened.set(id, await open(id, purpose))
  return [...opened.values()].flatMap((secrets) => secrets ?? []).map((secret) => secret.reveal())
}

async function open(id: string, purpose: string): Promise<Secret[] | null> {
  try {
    return tellingPartsOf(await openSecret(db, id, purpose)).map((part) => new Secret(part))
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}

function tellingPartsOf(plaintext: string): string[] {
  if (!plaintext.startsWith('{')) return [plaintext]
  let parts: Record<string, unknown>
  try {
    parts = partsSchema.parse(JSON.parse(plaintext))
  } catch {
    return [plaintext]
  }
  return Object.entries(parts).flatMap(([name, part]) => (telling.test(name) && typeof part === 'string' ? [part] : []))
}
