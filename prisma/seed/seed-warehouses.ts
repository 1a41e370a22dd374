import { z } from 'zod'
import { requireAccount } from '@/lib/control-loop/connection/services/require-account'
import { saveWarehouse } from '@/lib/control-loop/connection/services/save-warehouse'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'

const groupsSchema = z.object({ data: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }) })

/** Gives every destination of the sandbox its warehouse, so that types and samples are real from the first snapshot on. */
export async function seedWarehouses(ctx: ServiceContext): Promise<void> {
  const {
    WAREHOUSE_URL,
    FIVETRAN_BASE_URL,
    SANDBOX_API_KEY = 'sandbox-key',
    SANDBOX_API_SECRET = 'sandbox-secret',
  } = process.env
  if (!WAREHOUSE_URL || !FIVETRAN_BASE_URL) throw new Error('WAREHOUSE_URL and FIVETRAN_BASE_URL must be given')
  const account = await requireAccount()
  const url = new URL(WAREHOUSE_URL)
  const answer = await fetch(new URL('/v1/groups', FIVETRAN_BASE_URL), {
    headers: {
      authorization: `Basic ${Buffer.from(`${SANDBOX_API_KEY}:${SANDBOX_API_SECRET}`).toString('base64')}`,
      accept: 'application/json',
    },
  })
  for (const group of groupsSchema.parse(await answer.json()).data.items) {
    const row = await db.destination.upsert({
      where: { accountId_externalId: { accountId: account.id, externalId: group.id } },
      create: {
        accountId: account.id,
        externalId: group.id,
        name: group.name,
        service: 'postgres_warehouse',
        setupState: 'connected',
      },
      update: {},
    })
    const hint = `${decodeURIComponent(url.username)}@${url.hostname}:${url.port}/${url.pathname.slice(1)}`
    if (row.warehouseHint === hint) continue
    await saveWarehouse(ctx, row.id, {
      host: url.hostname,
      port: Number(url.port || 5432),
      database: decodeURIComponent(url.pathname.slice(1)),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      tls: false,
    })
  }
}
