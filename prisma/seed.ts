import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { db } from '@/lib/platform/db/client'
import { stopQueue } from '@/lib/platform/jobs/queue'
import { seedAccount } from './seed/seed-account'
import { seedPeople } from './seed/seed-people'
import { seedWarehouses } from './seed/seed-warehouses'

/**
 * The demo's starting point: three people and a Fivetran account that points at the local sandbox, exactly as an admin would enter them. Everything
 * else is what the worker then finds. Runs at every start and changes nothing that is already there, except the sandbox's address.
 */
const ctx = systemContext('seed', createCorrelationId())
await seedPeople(ctx)
await seedAccount(ctx)
await seedWarehouses(ctx)
await stopQueue(2_000)
await db.$disconnect()
