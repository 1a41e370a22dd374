import { saveCredentials } from '@/lib/control-loop/connection/services/save-credentials'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'

/** Connects the sandbox as the Fivetran account, through the same service as the settings page. Its address may move between starts. */
export async function seedAccount(ctx: ServiceContext): Promise<void> {
  const baseUrl = process.env.FIVETRAN_BASE_URL
  if (!baseUrl) throw new Error('FIVETRAN_BASE_URL must name the address of the sandbox')
  const account = await db.fivetranAccount.findFirst()
  if (account?.keySecretId) {
    const known = new URL(account.baseUrl).href
    const wanted = new URL(baseUrl).href
    // Only a sandbox's address follows: a real account that somebody connected meanwhile is theirs.
    const isSandbox = ['127.0.0.1', 'localhost'].includes(new URL(known).hostname)
    if (known === wanted || !isSandbox) return
  }
  await saveCredentials(ctx, {
    name: 'Local sandbox',
    baseUrl,
    apiKey: process.env.SANDBOX_API_KEY ?? 'sandbox-key',
    apiSecret: process.env.SANDBOX_API_SECRET ?? 'sandbox-secret',
  })
}
