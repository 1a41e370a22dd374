import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Prisma } from '@/generated/prisma/client'
import { transact } from './client'
import { isTransactionConflict } from './is-transaction-conflict'
import { isUniqueViolation } from './is-unique-violation'
import { type TestDatabase, withTestDatabase } from './test-database'

let test: TestDatabase
const people: Record<string, string> = {}
let connectionId: string
let proposalId: string

beforeAll(async () => {
  test = await withTestDatabase()
  const roles = {
    author: 'steward',
    editor: 'steward',
    reviewer: 'steward',
    engineer: 'engineer',
    viewer: 'viewer',
    asker: 'steward',
  } as const
  for (const [name, role] of Object.entries(roles)) {
    people[name] = (await test.db.user.create({ data: { name, role, email: `${name}@example.com` } })).id
  }
  people.disabled = (
    await test.db.user.create({
      data: { name: 'gone', role: 'admin', email: 'gone@example.com', disabledAt: new Date() },
    })
  ).id
  const account = await test.db.fivetranAccount.create({
    data: { name: 'A', baseUrl: 'https://api.example.com', webhookToken: 't' },
  })
  const destination = await test.db.destination.create({
    data: { accountId: account.id, externalId: 'd', name: 'D', service: 'postgres', setupState: 'connected' },
  })
  const connection = await test.db.connection.create({
    data: {
      accountId: account.id,
      destinationId: destination.id,
      externalId: 'c',
      service: 'pg',
      schemaName: 's',
      paused: false,
      scheduleKind: 'auto',
      setupState: 'connected',
      syncState: 'scheduled',
      isDelayed: false,
      isHistoricalSync: false,
    },
  })
  connectionId = connection.id
})
afterAll(() => test.drop())

const revision = (number: number, planHash: string, editorUserId?: string) => ({
  revision: number,
  actions: [],
  rationale: 'because',
  evidence: [],
  drafters: [],
  feasibility: [],
  plan: [],
  beforeState: {},
  beforeHash: 'before',
  planHash,
  risk: 'low',
  riskReasons: [],
  verdict: { decision: 'require-review', roles: ['steward', 'admin'] },
  policyVersion: 1,
  wayBack: {},
  editorUserId,
})

beforeEach(async () => {
  const proposal = await test.db.proposal.create({
    data: {
      connectionId,
      authorKind: 'person',
      authorUserId: people.author,
      state: 'in_review',
      revision: 2,
      correlationId: 'c-0123456789',
      revisions: { create: [revision(1, 'plan-1'), revision(2, 'plan-2', people.editor), revision(3, 'plan-2')] },
    },
  })
  proposalId = proposal.id
})

const inADay = () => new Date(Date.now() + 86_400_000)
const approve = (who: string, over: Partial<Prisma.ReviewUncheckedCreateInput> = {}) =>
  test.db.review.create({
    data: {
      proposalId,
      revision: 2,
      userId: people[who] ?? '',
      decision: 'approve',
      planHash: 'plan-2',
      beforeHash: 'before',
      policyVersion: 1,
      expiresAt: inADay(),
      ...over,
    },
  })

describe('the database itself', () => {
  it.each([
    ['the author', 'author', /author of a proposal/],
    ['whoever edited it', 'editor', /edited a proposal/],
    ['a viewer', 'viewer', /may not approve/],
    ['an engineer', 'engineer', /may not approve/],
    ['somebody disabled', 'disabled', /may not approve/],
  ])('refuses the approval of %s', async (_what, who, reason) => {
    await expect(approve(who)).rejects.toThrow(reason)
  })

  it('takes the approval of somebody else, and the rejection of the author', async () => {
    expect(await approve('reviewer')).toMatchObject({ decision: 'approve' })
    expect(await approve('author', { decision: 'reject' })).toMatchObject({ decision: 'reject' })
  })

  it('refuses an approval of a plan its revision does not have, and a decision nobody defined', async () => {
    await expect(approve('reviewer', { planHash: 'plan-1' })).rejects.toThrow(/plan and before-state/)
    await expect(approve('reviewer', { decision: 'maybe' })).rejects.toThrow()
  })

  it('refuses an approval that never ends, that is used already, or of anything but what is in review now', async () => {
    await expect(approve('reviewer', { expiresAt: null })).rejects.toThrow(/ends within/)
    await expect(approve('reviewer', { expiresAt: new Date('2099-01-01') })).rejects.toThrow(/ends within/)
    await expect(approve('reviewer', { usedAt: new Date() })).rejects.toThrow(/begins unused/)
    await expect(approve('reviewer', { revision: 3 })).rejects.toThrow(/in review now/)
    await test.db.proposal.update({ where: { id: proposalId }, data: { state: 'rejected' } })
    await expect(approve('reviewer')).rejects.toThrow(/in review now/)
  })

  it('refuses the approval of whoever asked for the model’s answer that a revision was made of', async () => {
    const call = await test.db.modelCall.create({
      data: {
        askId: randomUUID(),
        task: 'draft',
        promptVersion: '1',
        subject: 's',
        outcome: 'answered',
        requestedByKind: 'user',
        requestedById: people.asker,
        requestedBy: 'asker',
        correlationId: 'c-0123456789',
        promptHash: 'h',
      },
    })
    await test.db.proposalRevision.create({
      data: { proposalId, ...revision(4, 'plan-4'), drafting: { model: { callId: call.id } } },
    })
    await expect(approve('asker')).rejects.toThrow(/asked a model/)
    expect(await approve('reviewer')).toMatchObject({ decision: 'approve' })
  })

  it('does not use an approval that is out of time', async () => {
    const { id } = await approve('reviewer', { expiresAt: new Date(Date.now() - 1000) })
    const use = test.db.review.update({ where: { id }, data: { usedAt: new Date() } })
    await expect(use).rejects.toThrow(/out of date/)
  })

  it('lets a review be voided and follow an identical re-plan, and nothing else', async () => {
    const { id } = await approve('reviewer')
    const update = (data: object) => test.db.review.update({ where: { id }, data })
    await expect(update({ planHash: 'plan-1' })).rejects.toThrow(/voided or used/)
    await expect(update({ userId: people.author })).rejects.toThrow(/voided or used/)
    await expect(update({ expiresAt: new Date('2099-01-01') })).rejects.toThrow(/voided or used/)
    await expect(update({ revision: 1 })).rejects.toThrow(/same plan/)
    await update({ revision: 3 })
    await update({ voidedAt: new Date(), voidReason: 'moved' })
    await expect(update({ voidedAt: null })).rejects.toThrow(/does not come back/)
  })

  it('refuses a change of a revision', async () => {
    const change = test.db.proposalRevision.updateMany({ where: { proposalId }, data: { rationale: 'other' } })
    await expect(change).rejects.toThrow(/never changes/)
  })

  it('keeps instants to the millisecond', async () => {
    const at = new Date('2026-03-29T01:30:00.123Z')
    await test.db.user.update({ where: { id: people.author }, data: { lastSeenAt: at } })
    expect((await test.db.user.findUniqueOrThrow({ where: { id: people.author } })).lastSeenAt).toEqual(at)
  })
})

describe('transactions', () => {
  it('are tried again after a deadlock until both are through', async () => {
    const [first, second] = [people.author ?? '', people.editor ?? '']
    const both = (a: string, b: string) =>
      transact(async (tx) => {
        await tx.user.update({ where: { id: a }, data: { sessionVersion: { increment: 1 } } })
        await tx.$queryRaw`SELECT pg_sleep(0.3)::text`
        await tx.user.update({ where: { id: b }, data: { sessionVersion: { increment: 1 } } })
      })
    await Promise.all([both(first, second), both(second, first)])
    expect((await test.db.user.findUniqueOrThrow({ where: { id: first } })).sessionVersion).toBe(3)
  })

  it('are not tried again after anything else', async () => {
    let runs = 0
    const failing = transact(async (tx) => {
      runs += 1
      await tx.$queryRaw`SELECT 1 / 0`
    })
    await expect(failing).rejects.toThrow()
    expect(runs).toBe(1)
  })

  it('tell a deadlock of a raw statement and a unique violation apart', async () => {
    const raised = await test.db.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$`.catch(
      (e: unknown) => e,
    )
    expect(isTransactionConflict(raised)).toBe(true)
    const twin = await test.db.user
      .create({ data: { name: 'x', role: 'viewer', email: 'author@example.com' } })
      .catch((e: unknown) => e)
    expect(isUniqueViolation(twin)).toBe(true)
    expect(isTransactionConflict(twin)).toBe(false)
  })
})
