import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemContext } from '../context'
import { createCorrelationId } from '../correlation-id'
import { transact } from '../db/client'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { auditQuerySchema } from './contract'
import { recordAuditEvent, recordAuditEvents } from './record-audit-event'
import { listAuditEvents } from './services/list-audit-events'
import { readAuditEvent } from './services/read-audit-event'
import { verifyAuditChain } from './services/verify-audit-chain'

let test: TestDatabase
beforeAll(async () => {
  test = await withTestDatabase()
})
afterAll(() => test.drop())

const ctx = systemContext('seed', createCorrelationId())
const event = (label: string) => ({
  action: 'connection.refreshed' as const,
  objectType: 'connection',
  objectLabel: label,
  detail: { b: 1, a: [true, null, 1.5e3], text: 'ünï→\u0000\ud800 “x”' },
})

/** Breaks what only the owner of the tables with the triggers off can break. */
async function tamper(sql: string): Promise<void> {
  await test.db.$executeRawUnsafe('ALTER TABLE audit_event DISABLE TRIGGER USER')
  await test.db.$executeRawUnsafe(sql)
  await test.db.$executeRawUnsafe('ALTER TABLE audit_event ENABLE TRIGGER USER')
}

describe('the audit chain', () => {
  it('is whole when empty', async () => {
    expect(await verifyAuditChain()).toEqual({ whole: true, lastSeq: 0, brokenAt: null })
  })

  it('has no gap and no fork after eight writers appended at once', async () => {
    const writer = async (number: number) => {
      for (let i = 0; i < 10; i++) await transact((tx) => recordAuditEvent(tx, ctx, event(`writer ${number}`)))
    }
    await Promise.all(Array.from({ length: 8 }, (_, number) => writer(number)))
    expect(await verifyAuditChain()).toEqual({ whole: true, lastSeq: 80, brokenAt: null })
  })

  it('keeps nothing of a transaction that rolled back', async () => {
    const failing = transact(async (tx) => {
      await recordAuditEvents(tx, ctx, [event('one'), event('two')])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await verifyAuditChain()).toMatchObject({ whole: true, lastSeq: 80 })
  })

  it('refuses an event without an actor, and stays usable', async () => {
    const broken = transact((tx) => tx.$queryRaw`SELECT append_audit('[{"action": "x"}]'::jsonb)`)
    await expect(broken).rejects.toThrow()
    expect((await verifyAuditChain()).whole).toBe(true)
  })

  it.each([
    ['update', `UPDATE audit_event SET actor_name = 'x' WHERE seq = 3`],
    ['delete', 'DELETE FROM audit_event WHERE seq = 3'],
    ['truncate', 'TRUNCATE audit_event'],
    ['forget the head', 'DELETE FROM audit_head'],
  ])('refuses to %s', async (_what, sql) => {
    await expect(test.db.$executeRawUnsafe(sql)).rejects.toThrow(/only ever appended to/)
  })

  it('lists by filter, page by page, and reads one event with its thread', async () => {
    const own = systemContext('poll', createCorrelationId())
    await transact((tx) => recordAuditEvents(tx, own, [event('Shop orders'), event('Shop refunds')]))
    const query = auditQuerySchema.parse({ q: 'shop', limit: 1, actor: 'system' })
    const first = await listAuditEvents(query)
    expect(first.items.map((item) => item.object.label)).toEqual(['Shop refunds'])
    const second = await listAuditEvents({ ...query, cursor: first.nextCursor ?? undefined })
    expect(second.items.map((item) => item.object.label)).toEqual(['Shop orders'])
    expect(second.nextCursor).toBeNull()
    const read = await readAuditEvent(first.items[0]?.seq ?? 0)
    expect(read.chain.map((item) => item.object.label)).toEqual(['Shop orders', 'Shop refunds'])
    expect(read.detail).toMatchObject({ a: [true, null, 1500], text: 'ünï→\ufffd\ufffd “x”' })
  })

  it('shows a changed word and a removed event', async () => {
    await tamper(`UPDATE audit_event SET object_label = 'other' WHERE seq = 7`)
    expect(await verifyAuditChain()).toMatchObject({ whole: false, brokenAt: 7 })
    await tamper('DELETE FROM audit_event WHERE seq <= 7')
    expect(await verifyAuditChain()).toMatchObject({ whole: false, brokenAt: 1 })
  })

  it('shows a cut tail by the head', async () => {
    const fresh = await withTestDatabase()
    try {
      await transact((tx) => recordAuditEvents(tx, ctx, [event('one'), event('two'), event('three')]))
      await fresh.db.$executeRawUnsafe('ALTER TABLE audit_event DISABLE TRIGGER USER')
      await fresh.db.$executeRawUnsafe('DELETE FROM audit_event WHERE seq = 3')
      expect(await verifyAuditChain()).toEqual({ whole: false, lastSeq: 2, brokenAt: 3 })
    } finally {
      await fresh.drop()
    }
  })
})
