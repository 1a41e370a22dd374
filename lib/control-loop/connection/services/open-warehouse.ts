import type { Destination } from '@/generated/prisma/client'
import type { WarehousePort } from '@/lib/integrations/warehouse/port'
import { createPostgresWarehouse } from '@/lib/integrations/warehouse/postgres/create-postgres-warehouse'
import { createRedshiftWarehouse } from '@/lib/integrations/warehouse/redshift/create-redshift-warehouse'
import { workerEnv } from '@/lib/platform/config/env'
import { db } from '@/lib/platform/db/client'
import { openSecret } from '@/lib/platform/secrets/open-secret'
import { type WarehouseAccess, warehouseAccessSchema } from '../domain/warehouse-access'
import { warehousePurpose } from './credential-purposes'

/** Opens a read-only session on the destination's warehouse; null when none was given. Worker only. The caller closes it. */
export async function openWarehouse(destination: Destination): Promise<WarehousePort | null> {
  if (!destination.warehouseSecretId) return null
  const text = await openSecret(db, destination.warehouseSecretId, warehousePurpose(destination.id))
  return open(warehouseAccessSchema.parse(JSON.parse(text)), workerEnv().ALLOW_PRIVATE_ADDRESSES)
}

function open(access: WarehouseAccess, allowPrivateAddresses: readonly string[]): WarehousePort {
  switch (access.engine) {
    case undefined:
    case 'postgres':
      return createPostgresWarehouse({ ...access, allowPrivateAddresses })
    case 'redshift':
      return createRedshiftWarehouse({ ...access, allowPrivateAddresses })
  }
}
