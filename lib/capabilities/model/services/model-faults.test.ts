import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '@/generated/prisma/client'
import { seedConnection, seedDestination } from '@/lib/control-loop/connection/services/testing/seed-connection'
import { readProcessEnv } from '@/lib/platform/config/read-process-env'
import { systemContext } from '@/lib/platform/context'
import { type ModelGate, type ModelRequest, startModelGate } from '@/lib/testing/start-model-gate'
import { type RunningProcess, startProcess, until } from '@/lib/testing/start-process'
import { sweepCalls } from './sweep-calls'
import { draftForColumn, treeWith } from './testing/draft-for-column'
import { hasObject } from './testing/has-object'

/**
 * Drafts through the real gate while the model server fails in every way it can, and while the process that asks is killed. The server's own
 * count of what is paid is the judge of the ledger. `npm run test:model-faults` makes a thousand calls and a hundred kills; every run, sixty and five.
 */
const isLong = readProcessEnv().npm_lifecycle_event === 'test:model-faults'
const callsMade = isLong ? 1_000 : 60
const kills = isLong ? 100 : 5
/** At most as many as the task may have calls under way: the dead hold their places until the sweep. */
const killsAtOnce = isLong ? 4 : 5

const rates = {
  'rate-limit': 0.02,
  'rate-limit-wait': 0.05,
  'spend-limit': 0.04,
  overloaded: 0.03,
  'server-error': 0.04,
  unauthorized: 0.03,
  retired: 0.03,
  'web-page': 0.03,
  'stream-cut': 0.06,
  'drop-reply': 0.05,
  hang: isLong ? 0.02 : 0.01,
  'cut-off': 0.06,
  refusal: 0.05,
  'no-choice': 0.04,
  'invalid-json': 0.08,
  'invented-names': 0.1,
  'ten-times': 0.06,
}

let gate: ModelGate
let connection: Connection

beforeAll(async () => {
  gate = await startModelGate({ timeoutSeconds: 1 })
  connection = await seedConnection((await seedDestination()).destination, 'faults')
}, 90_000)
afterAll(() => gate?.stop(), 30_000)

/** What the ledger must say of every call, by the server's record: nothing paid is missing, nothing is charged that was not paid. */
async function judgeLedger(options: { kills: number }) {
  const { items, paid } = await gate.requests()
  const rows = new Map((await gate.db.modelCall.findMany()).map((row) => [row.id, row]))
  const sent = items.filter(({ task }) => task === 'draft-mapping')
  const paidBy = groupBy(
    sent.filter((request) => request.paid),
    ({ callId }) => callId ?? 'none',
  )
  const figures = {
    requests: sent.length,
    paid,
    chargedOnce: 0,
    missing: 0,
    boughtTwice: 0,
    chargedUnpaid: 0,
    wrongSum: 0,
  }
  for (const [callId, requests] of paidBy) {
    const row = rows.get(callId)
    if (requests.length > 1) figures.boughtTwice += 1
    if (!row || row.costMicros === 0n) figures.missing += 1
    else figures.chargedOnce += 1
    if (row && !isSum(row, requests[0])) figures.wrongSum += 1
  }
  for (const row of rows.values()) if (row.costMicros > 0n && !paidBy.has(row.id)) figures.chargedUnpaid += 1
  const budgets = await gate.db.modelBudget.findMany({ where: { scope: 'total' } })
  const cost = [...rows.values()].reduce((sum, row) => sum + row.costMicros, 0n)
  for (const { spentMicros, reservedMicros } of budgets) {
    expect({ spentMicros, reservedMicros }).toEqual({ spentMicros: cost, reservedMicros: 0n })
  }
  expect(figures).toMatchObject({ missing: 0, boughtTwice: 0, wrongSum: 0 })
  if (options.kills === 0) expect(figures).toMatchObject({ chargedOnce: paid, chargedUnpaid: 0 })
  return figures
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** A token costs one micro-dollar here: the cost is what the reply reported, or the worst case where the reply was lost. */
function isSum(
  row: { costMicros: bigint; reservedMicros: bigint; inputTokens: number | null },
  request?: ModelRequest,
) {
  const { inputTokens = 0, outputTokens = 0 } = request?.usage ?? {}
  return row.costMicros === (row.inputTokens === null ? row.reservedMicros : BigInt(inputTokens + outputTokens))
}

describe(`${callsMade} seeded drafts at the fault dial`, () => {
  it(
    'store nothing that does not exist, and charge each paid reply once',
    async () => {
      await gate.command('/fault-mix', { seed: 5, rates, retryAfterSeconds: 0 })
      const endings: Record<string, number> = {}
      let stored = 0
      for (let call = 0; call < callsMade; call += 1) {
        const column = `work_email_${call}`
        const { actions, drafting } = await draftForColumn(connection, column)
        for (const action of actions)
          if (action.kind !== 'accept-changes') expect(hasObject(treeWith(column), action)).toBe(true)
        if (drafting?.model) stored += 1
        const ending = drafting?.withoutModel?.why ?? 'drafted'
        endings[ending] = (endings[ending] ?? 0) + 1
        // Every call meets the dial: the breaker, which would keep calls back, has tests of its own.
        await gate.db.modelProvider.updateMany({ data: { failures: 0, openUntil: null } })
      }
      expect(Object.values(endings).reduce((sum, count) => sum + count, 0)).toBe(callsMade)
      expect(stored).toBeGreaterThan(callsMade / 3)
      const struck = groupBy((await gate.requests()).items, ({ fault }) => fault ?? 'none')
      if (isLong) expect([...struck.keys()].sort()).toEqual([...Object.keys(rates), 'none'].sort())
      const figures = await judgeLedger({ kills: 0 })
      const faults = Object.fromEntries([...struck].map(([fault, { length }]) => [fault, length]))
      process.stdout.write(
        `model faults: ${JSON.stringify({ calls: callsMade, stored, endings, ...figures, faults })}\n`,
      )
    },
    30 * 60_000,
  )
})

const points = ['before-model-call', 'after-model-reply', 'after-model-settled', null] as const

/** One worker that is killed: at a named point, or from outside at some moment. Gives the columns it had to draft for. */
async function killOne(number: number): Promise<string[]> {
  const columns = [0, 1, 2].map((at) => `kill_${number}_${at}_phone`)
  const point = points[number % points.length] ?? null
  const program = 'lib/capabilities/model/services/testing/draft-until-killed.ts'
  const child: RunningProcess = startProcess(['--import', 'tsx', program, connection.id, ...columns], {
    ...gate.env,
    ...(point && { WORKER_CRASH_AT: point }),
  })
  if (point === null) {
    await until('a child at work', async () => child.output().includes('ready'), {
      withinMs: 60_000,
      explain: child.output,
    })
    // Anywhere within its work, which takes about this long; another moment for each kill.
    await new Promise((resolve) => setTimeout(resolve, (number * 37) % 900))
    child.child.kill('SIGKILL')
  }
  const wasKilled = await child.ended
  if (point !== null) expect({ wasKilled, output: child.output() }).toMatchObject({ wasKilled: true })
  return columns
}

/** The lease of what the dead left behind runs out, and the sweep finds it. */
async function sweepTheDead(): Promise<void> {
  await gate.db.modelCall.updateMany({ where: { outcome: 'in-flight' }, data: { leaseUntil: new Date(0) } })
  await sweepCalls(systemContext('worker', 'sweep'))
}

describe(`${kills} kills of the process that asks`, () => {
  it(
    'lose no charge: whoever resumes pays for nothing twice that was written down',
    async () => {
      await gate.command('/fault-mix', { rates: {} })
      await gate.command('', { latencyMs: 100 })
      const before = new Set((await gate.db.modelCall.findMany({ select: { id: true } })).map(({ id }) => id))
      const columns: string[] = []
      for (let from = 0; from < kills; from += killsAtOnce) {
        const batch = Array.from({ length: Math.min(killsAtOnce, kills - from) }, (_, at) => killOne(from + at))
        columns.push(...(await Promise.all(batch)).flat())
        await sweepTheDead()
      }
      await gate.command('', { latencyMs: 0 })
      for (const column of columns) expect((await draftForColumn(connection, column)).drafting?.model).not.toBeNull()

      const rows = (await gate.db.modelCall.findMany()).filter(({ id }) => !before.has(id))
      const answered = groupBy(
        rows.filter(({ outcome, cached }) => outcome === 'answered' && !cached),
        ({ workKey }) => workKey,
      )
      expect(answered.size).toBe(columns.length)
      for (const [workKey, { length }] of answered) expect({ workKey, length }).toEqual({ workKey, length: 1 })
      expect(rows.filter(({ outcome }) => outcome === 'in-flight')).toEqual([])
      const figures = await judgeLedger({ kills })
      const abandoned = rows.filter(({ outcome }) => outcome === 'abandoned').length
      // What is charged and was not paid was reserved by a process that died before its question left: nobody can know.
      expect(figures.chargedUnpaid).toBeLessThanOrEqual(abandoned)
      process.stdout.write(`model kills: ${JSON.stringify({ kills, work: columns.length, abandoned, ...figures })}\n`)
    },
    30 * 60_000,
  )
})
