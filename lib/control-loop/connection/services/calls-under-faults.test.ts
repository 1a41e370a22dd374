import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createFivetranClient, type FivetranClient } from '@/lib/integrations/fivetran/client/create-fivetran-client'
import {
  CredentialsRefusedError,
  FivetranError,
  OutcomeUnknownError,
  RateLimitedError,
} from '@/lib/integrations/fivetran/errors'
import { readProcessEnv } from '@/lib/platform/config/read-process-env'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { sandboxKey } from '@/lib/testing/start-sandbox'
import { createSharedPace } from './shared-pace'

/**
 * Calls of every kind through the real client and the shared pace, while the service fails in every way it can. Seeded: the same calls meet
 * the same faults. `npm run test:calls` makes a thousand of them; every test run makes sixty.
 */
const isLong = readProcessEnv().npm_lifecycle_event === 'test:calls'
const callsMade = isLong ? 1_000 : 60

const logSchema = z.object({
  lastSeq: z.number(),
  items: z.array(z.object({ seq: z.number(), actor: z.string(), effect: z.array(z.string()), path: z.string() })),
})
const requestsSchema = z.object({ early: z.array(z.unknown()) })

let loop: Loop
let client: FivetranClient
let seq = 0

/** What took effect by our key since the last look. */
async function takeEffects(): Promise<number> {
  const { items, lastSeq } = logSchema.parse(await loop.sandbox.command(`/log?since=${seq}`))
  seq = lastSeq
  return items.filter(({ actor, effect }) => actor === sandboxKey.apiKey && effect.length > 0).length
}

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

const columns = ['email', 'phone', 'companyName', 'entityId'] as const
const target = { schema: 'netsuite', table: 'customer' }

beforeAll(async () => {
  loop = await startLoop({ sandboxFlags: ['--fault-seed', '11'] })
  const account = await loop.db.fivetranAccount.findFirstOrThrow()
  client = createFivetranClient({
    baseUrl: loop.sandbox.url,
    ...sandboxKey,
    transport: { allowPrivateAddresses: ['127.0.0.0/8'], timeoutMs: 2_500, retryBaseMs: 10 },
    pace: createSharedPace(account.id, 'look', { now: Date.now }),
  })
  await loop.sandbox.command('/fault-mix', {
    route: '/v1',
    retryAfterSeconds: 1,
    rates: {
      'retry-after': 0.05,
      status: 0.05,
      'drop-reply': 0.05,
      hang: 0.03,
      truncate: 0.02,
      'content-type': 0.01,
      unauthorized: 0.01,
    },
  })
}, 90_000)
afterAll(async () => {
  await client?.close()
  await loop?.stop()
}, 30_000)

describe(`${callsMade} seeded calls at the fault dial`, () => {
  it(
    'take effect once at most, never before their time, and each ends under a name',
    async () => {
      const dice = random(7)
      const outcomes: Record<string, number> = {}
      /** What each column's hashing must read: what was acknowledged; undefined while nobody looked. */
      const hashed = new Map<string, boolean | undefined>()
      await takeEffects()
      for (let call = 0; call < callsMade; call++) {
        const column = columns[Math.floor(dice() * columns.length)] ?? 'email'
        const kind = dice()
        const isWrite = kind < 0.4
        const wanted = !(hashed.get(column) ?? false)
        const edit = { ...target, column, enabled: true, hashed: wanted }
        const work = isWrite
          ? client.sendEdit('quiet_ledger', { kind: 'schema-config', columns: [edit], tables: [], schemas: [] })
          : readSomething(kind)
        const outcome = await work.then(
          () => 'answered',
          (error: unknown) => {
            if (!(error instanceof FivetranError)) throw error
            return error
          },
        )
        const name = outcome === 'answered' ? outcome : outcome instanceof FivetranError ? outcome.name : 'none'
        outcomes[name] = (outcomes[name] ?? 0) + 1
        const effects = await takeEffects()
        if (!isWrite) {
          expect(effects).toBe(0)
          continue
        }
        if (outcome === 'answered') {
          expect({ call, effects }).toEqual({ call, effects: 1 })
          hashed.set(column, wanted)
        } else if (outcome instanceof OutcomeUnknownError) {
          expect(effects).toBeLessThanOrEqual(1)
          const live = await lookAt(column)
          // The look is what tells: the log agrees with it.
          expect({ call, changed: live === wanted }).toEqual({ call, changed: effects === 1 })
          hashed.set(column, live)
        } else {
          expect(outcome).toSatisfy(
            (error) => error instanceof RateLimitedError || error instanceof CredentialsRefusedError,
          )
          expect({ call, effects }).toEqual({ call, effects: 0 })
        }
        await untilFree(outcome)
      }
      const { early } = requestsSchema.parse(await loop.sandbox.command('/requests'))
      expect(early).toEqual([])
      expect(Object.keys(outcomes)).not.toContain('none')
      expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(callsMade)
      if (isLong) process.stdout.write(`${JSON.stringify(outcomes)}\n`)
      for (const [column, value] of hashed) expect({ column, value: await lookAt(column) }).toEqual({ column, value })
    },
    30 * 60_000,
  )
})

function readSomething(kind: number): Promise<unknown> {
  if (kind < 0.55) return client.listConnections()
  if (kind < 0.7) return client.readConnection('quiet_ledger')
  if (kind < 0.85) return client.readSchemaConfig('quiet_ledger')
  return client.readSourceColumns('quiet_ledger', target.schema, target.table)
}

/** Reads back until a reading succeeds: a look that failed is no look. */
async function lookAt(column: string): Promise<boolean> {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      const config = await client.readSchemaConfig('quiet_ledger')
      if (config === 'absent') throw new Error('The schema config is gone')
      return config.schemas.netsuite?.tables.customer?.columns[column]?.hashed ?? false
    } catch (error) {
      if (!(error instanceof FivetranError)) throw error
      await untilFree(error)
    }
  }
  throw new Error(`Nothing could be read of ${column}`)
}

/** A refusal that names its wait is waited for, as the queue would. */
async function untilFree(outcome: unknown): Promise<void> {
  if (!(outcome instanceof RateLimitedError)) return
  await new Promise((resolve) => setTimeout(resolve, outcome.retryAfterSeconds * 1_000))
}
