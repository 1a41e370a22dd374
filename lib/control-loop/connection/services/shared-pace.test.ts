import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BudgetSpentError, CallsRestError, RateLimitedError } from '@/lib/integrations/fivetran/errors'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import type { Lane } from '../domain/call-budget'
import { presentBudget } from './present-budget'
import { createSharedPace } from './shared-pace'
import { seedDestination } from './testing/seed-connection'

let test: TestDatabase
let accountId: string

const worker = (lane: Lane, waitMaxMs = 0) => createSharedPace(accountId, lane, { now: Date.now, waitMaxMs })

beforeAll(async () => {
  test = await withTestDatabase()
})
afterAll(() => test.drop())
beforeEach(async () => {
  accountId = (await seedDestination()).account.id
})

describe('a shared pace', () => {
  it('counts the calls of all workers in one budget and leaves a reserve to the urgent', async () => {
    await test.db.fivetranAccount.update({ where: { id: accountId }, data: { requestsPerHourMax: 40 } })
    const sent = await Promise.allSettled(Array.from({ length: 30 }, () => worker('scan').admit('read')))
    // Half of forty at once, three tenths of which are kept from scans.
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(14)
    await expect(worker('scan').admit('read')).rejects.toThrow(BudgetSpentError)
    await worker('look').admit('read')
    await worker('apply').admit('write')
    expect(await presentBudget(accountId)).toMatchObject({ requestsLeft: 4, breaker: 'closed', heldUntil: null })
  })

  it('keeps the wait one worker was told for every other one, to the second', async () => {
    await worker('scan').holdUntil(Date.now() + 1_200)
    await worker('apply').holdUntil(Date.now() + 300)
    const asked = Date.now()
    await expect(worker('apply').admit('write')).rejects.toMatchObject({ retryAfterSeconds: 2 })
    await expect(worker('look').admit('read')).rejects.toThrow(RateLimitedError)
    await worker('look', 10_000).admit('read')
    expect(Date.now() - asked).toBeGreaterThanOrEqual(1_150)
    expect((await presentBudget(accountId))?.heldUntil).toBeNull()
  })

  it('rests after failures in a row, shows why, and goes on after one answer', async () => {
    for (let failure = 0; failure < 6; failure++)
      await worker('look').noteOutcome?.('failed', 'It failed with status 503.')
    await expect(worker('apply').admit('read')).rejects.toThrow(CallsRestError)
    expect(await presentBudget(accountId)).toMatchObject({
      breaker: 'open',
      failures: 6,
      restReason: 'It failed with status 503.',
      restUntil: expect.any(String),
    })
    await test.db.callBudget.update({ where: { accountId }, data: { openUntil: new Date(Date.now() - 1) } })
    const probing = worker('scan')
    await probing.admit('read')
    await expect(worker('apply').admit('read')).rejects.toThrow(CallsRestError)
    await probing.noteOutcome?.('answered', null)
    await worker('apply').admit('write')
    expect(await presentBudget(accountId)).toMatchObject({ breaker: 'closed', restReason: null })
  })
})
