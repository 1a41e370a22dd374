import type { Destination } from '@/generated/prisma/client'
import type { WarehousePort } from '@/lib/integrations/warehouse/port'
import { createPostgresWarehouse } from '@/lib/integrations/warehouse/postgres/create-postgres-warehouse'
import { workerEnv } from '@/lib/platform/config/env'
import { db } from '@/lib/platform/db/client'
import { openSecret } from '@/lib/platform/secrets/open-secret'
import { sealedWarehouseSchema } from '../domain/sealed-warehouse'
import { warehousePurpose } from './credential-purposes'

/** Opens a read-only session on the destination's warehouse; null when none was given. Worker only. The caller closes it. */
export async function openWarehouse(destination: Destination): Promise<WarehousePort | null> {
  if (!destination.warehouseSecretId) return null
  const text = await openSecret(db, destination.warehouseSecretId, warehousePurpose(destination.id))
  return createPostgresWarehouse({
    ...sealedWarehouseSchema.parse(JSON.parse(text)),
    allowPrivateAddresses: workerEnv().ALLOW_PRIVATE_ADDRESSES,
  })
}
