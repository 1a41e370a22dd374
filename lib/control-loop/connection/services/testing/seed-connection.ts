import { randomUUID } from 'node:crypto'
import type { Connection, Destination, FivetranAccount, Prisma, Role, User } from '@/generated/prisma/client'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { storeSnapshot } from '@/lib/control-loop/snapshot/services/store-snapshot'
import type { ServiceContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { db, transact } from '@/lib/platform/db/client'

/** Builders for tests of services over a real database: they take what the test is about and fill in what it is not. */
export async function seedPerson(name: string, role: Role): Promise<User> {
  return db.user.create({ data: { name, role, email: `${name.toLowerCase()}@example.com` } })
}

/** A person's context at a fixed instant. */
export function contextOf(person: User, now: Date): ServiceContext {
  return {
    actor: { kind: 'user', userId: person.id, name: person.name, role: person.role },
    channel: 'web',
    correlationId: createCorrelationId(),
    now: () => now,
  }
}

/** An account with one PostgreSQL destination. */
export async function seedDestination(): Promise<{ account: FivetranAccount; destination: Destination }> {
  const account = await db.fivetranAccount.create({
    data: { name: 'Meridian', baseUrl: 'https://api.example.com', webhookToken: randomUUID() },
  })
  const destination = await db.destination.create({
    data: {
      accountId: account.id,
      externalId: 'mellow_granite',
      name: 'ANALYTICS',
      service: 'postgres_warehouse',
      setupState: 'connected',
    },
  })
  return { account, destination }
}

/** A healthy connection of that destination. */
export async function seedConnection(
  destination: Destination,
  schemaName: string,
  overrides: Partial<Prisma.ConnectionUncheckedCreateInput> = {},
): Promise<Connection> {
  return db.connection.create({
    data: {
      accountId: destination.accountId,
      destinationId: destination.id,
      externalId: `ext_${schemaName}`,
      service: 'postgres',
      schemaName,
      paused: false,
      syncFrequencyMinutes: 60,
      scheduleKind: 'auto',
      setupState: 'connected',
      syncState: 'scheduled',
      isDelayed: false,
      isHistoricalSync: false,
      freshnessTargetMinutes: 120,
      ...overrides,
    },
  })
}

/** Stores a tree as the connection's next snapshot; the first becomes its baseline, as when it is captured. */
export async function seedSnapshot(ctx: ServiceContext, connection: Connection, tree: SchemaTree): Promise<string> {
  return transact(async (tx) => {
    const stored = await storeSnapshot(tx, ctx, {
      connectionId: connection.id,
      connectionName: connection.schemaName,
      tree,
      sources: [{ source: 'stored-config', outcome: 'read', detail: null }],
      trigger: 'poll',
      succeededAt: null,
    })
    if (stored.number === 1) {
      await tx.connection.update({
        where: { id: connection.id },
        data: { baseline: tree as unknown as Prisma.InputJsonValue, baselineSnapshotId: stored.snapshotId },
      })
    }
    return stored.snapshotId
  })
}
