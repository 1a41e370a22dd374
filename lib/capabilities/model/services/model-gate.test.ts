// Long because: the sandbox and a database are started once for everything the gate promises.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ServiceContext, systemContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { storeSecret } from '@/lib/platform/secrets/store-secret'
import { log } from '@/lib/platform/telemetry/log'
import { type ModelGate, startModelGate } from '@/lib/testing/start-model-gate'
import { askModel } from './ask-model'
import { createProvider } from './create-provider'
import { editModelSettings } from './edit-model-settings'
import { editProvider } from './edit-provider'
import { embedTexts } from './embed-texts'
import { importFirstProvider } from './import-first-provider'
import { readModelSettings } from './read-model-settings'
import { removeProvider } from './remove-provider'
import { saveDefaultRoute, saveTaskSetting } from './save-route'
import { stopModels } from './stop-models'
import { sweepCalls } from './sweep-calls'
import { testProvider } from './test-provider'
import { wordAsk, wordTask } from './testing/word-task'

/** The gate itself, against real PostgreSQL and the sandbox's model server over HTTP. A token costs one micro-dollar. */
let gate: ModelGate
const ctx: ServiceContext = systemContext('seed', 'gate-test')
const hour = 3_600_000

beforeAll(async () => {
  gate = await startModelGate()
}, 60_000)
afterAll(() => gate?.stop(), 30_000)

beforeEach(async () => {
  const { db } = gate
  await gate.command('/fault-mix', { rates: {} })
  await gate.command('', { latencyMs: 0, behaviour: 'helpful' }).catch(() => gate.command('', { latencyMs: 0 }))
  await db.modelCall.deleteMany()
  await db.modelBudget.deleteMany()
  await db.modelReplyCache.deleteMany()
  await db.modelProvider.updateMany({ data: { failures: 0, openUntil: null } })
})

const answers = (json: unknown, times = 1) => gate.command('/answers', { answers: [{ task: null, times, json }] })
const fault = (kind: string, rest: object = {}) => gate.command('/faults', { kind, ...rest })
const sentSince = async (seq: number) => (await gate.requests()).items.slice(seq)
const sentNow = async () => (await gate.requests()).items.length
const spent = async (scope = 'total') => {
  const rows = await gate.db.modelBudget.findMany({ where: { scope } })
  return rows.map(({ period, spentMicros, reservedMicros }) => ({
    span: period.length > 7 ? 'day' : 'month',
    spent: Number(spentMicros),
    reserved: Number(reservedMicros),
  }))
}

describe('an answer', () => {
  it('is parsed, charged as reported in day and month of task and total, and whole in the ledger', async () => {
    await answers({ word: 'blue' })
    const answer = await askModel(wordTask, { text: 'sky' }, wordAsk())
    expect(answer).toMatchObject({
      outcome: 'answered',
      output: { word: 'blue' },
      model: 'sandbox-large',
      cached: false,
    })
    const call = await gate.db.modelCall.findFirstOrThrow()
    expect(call).toMatchObject({ outcome: 'answered', output: '{"word":"blue"}', turn: 1, problem: null })
    const cost = (call.inputTokens ?? 0) + (call.outputTokens ?? 0)
    expect(Number(call.costMicros)).toBe(cost)
    expect(cost).toBeLessThan(Number(call.reservedMicros))
    for (const scope of ['total', 'classify-columns']) {
      expect(await spent(scope)).toEqual(
        expect.arrayContaining([
          { span: 'day', spent: cost, reserved: 0 },
          { span: 'month', spent: cost, reserved: 0 },
        ]),
      )
    }
  })

  it('to the same question comes from the cache, and not for another version of the prompt', async () => {
    await answers({ word: 'one' }, 2)
    const before = await sentNow()
    const ask = (version: string) => askModel({ ...wordTask, version }, { text: 'same' }, wordAsk())
    const first = await ask('classify-columns.t1')
    const again = await ask('classify-columns.t1')
    const other = await ask('classify-columns.t2')
    expect([first, again, other].map((answer) => answer.outcome === 'answered' && answer.cached)).toEqual([
      false,
      true,
      false,
    ])
    expect(await sentSince(before)).toHaveLength(2)
    expect(await gate.db.modelCall.count({ where: { cached: true, costMicros: 0 } })).toBe(1)
  })

  it('that is wrong is repaired with the checker’s errors, and three turns are the end', async () => {
    await answers('not an object')
    await answers({ word: 'wrong' })
    await answers({ word: 'right' })
    const before = await sentNow()
    const check = ({ word }: { word: string }) => (word === 'wrong' ? ['wrong is not a word here'] : [])
    const answer = await askModel(wordTask, { text: 'repair' }, wordAsk({ check }))
    expect(answer).toMatchObject({ outcome: 'answered', output: { word: 'right' } })
    const bodies = (await sentSince(before)).map(({ body }) => body)
    expect(bodies[2]).toContain('wrong is not a word here')
    await answers({ word: 'wrong' }, 3)
    const hopeless = await askModel(wordTask, { text: 'hopeless' }, wordAsk({ check }))
    expect(hopeless).toMatchObject({ outcome: 'none', why: 'invalid' })
    expect(await sentSince(before)).toHaveLength(6)
    const charged = await gate.db.modelCall.count({ where: { outcome: 'invalid', costMicros: { gt: 0 } } })
    expect(charged).toBe(5)
  })

  it('that was paid for under a key is used by the job that goes on', async () => {
    await answers({ word: 'paid' })
    await gate.db.modelSettings.updateMany({ data: { cacheHours: 0 } })
    const before = await sentNow()
    const first = await askModel(wordTask, { text: 'resume' }, wordAsk({ key: 'job-1' }))
    const resumed = await askModel(wordTask, { text: 'resume' }, wordAsk({ key: 'job-1' }))
    expect(resumed).toEqual(first)
    expect(await sentSince(before)).toHaveLength(1)
    await gate.db.modelSettings.updateMany({ data: { cacheHours: 168 } })
  })
})

describe('money', () => {
  it('50 parallel calls against a cap pass it by nothing', async () => {
    await answers({ word: 'x' }, 50)
    const probe = await askModel(wordTask, { text: 'call 00' }, wordAsk())
    expect(probe.outcome).toBe('answered')
    const { reservedMicros } = await gate.db.modelCall.findFirstOrThrow()
    await gate.db.modelCall.deleteMany()
    await gate.db.modelBudget.deleteMany()
    const cap = Number(reservedMicros) * 7 + 5
    await editModelSettings(ctx, { dayCapMicros: cap, concurrencyMax: 50 })
    await gate.command('', { latencyMs: 150 })
    let worst = 0
    const watch = setInterval(async () => {
      for (const { spent: paid, reserved } of await spent()) worst = Math.max(worst, paid + reserved)
    }, 10)
    const asked = await Promise.all(
      Array.from({ length: 50 }, (_, at) => askModel(wordTask, { text: `call ${10 + at}` }, wordAsk())),
    )
    clearInterval(watch)
    const day = (await spent()).find(({ span }) => span === 'day')
    expect(day?.reserved).toBe(0)
    expect(day?.spent).toBeLessThanOrEqual(cap)
    expect(worst).toBeLessThanOrEqual(cap)
    expect(worst).toBeGreaterThan(0)
    const refused = asked.filter((answer) => answer.outcome === 'none' && answer.why === 'budget')
    expect(asked.filter(({ outcome }) => outcome === 'answered').length + refused.length).toBe(50)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]).toMatchObject({ reason: expect.stringContaining('of all tasks for the day') })
    await editModelSettings(ctx, { dayCapMicros: 1_000_000_000, concurrencyMax: 20 })
  })

  it('a task’s own cap, no price, too long a question: nothing is sent', async () => {
    const before = await sentNow()
    const setting = { enabled: true, monthCapMicros: null, candidates: [] }
    await saveTaskSetting(ctx, 'classify-columns', { ...setting, dayCapMicros: 10 })
    expect(await askModel(wordTask, { text: 'a' }, wordAsk())).toMatchObject({ why: 'budget' })
    await saveTaskSetting(ctx, 'classify-columns', { ...setting, dayCapMicros: null })
    expect(await askModel(wordTask, { text: 'x'.repeat(9_000) }, wordAsk())).toMatchObject({ why: 'too-large' })
    await saveDefaultRoute(ctx, [{ providerId: gate.providerId, model: 'unpriced' }])
    expect(await askModel(wordTask, { text: 'a' }, wordAsk())).toMatchObject({ why: 'no-price' })
    await saveDefaultRoute(ctx, [])
    expect(await askModel(wordTask, { text: 'a' }, wordAsk())).toMatchObject({ why: 'not-configured', callId: null })
    await saveDefaultRoute(ctx, [{ providerId: gate.providerId, model: 'sandbox-large' }])
    expect(await sentSince(before)).toEqual([])
    const rows = await gate.db.modelCall.findMany({ orderBy: { at: 'asc' } })
    expect(rows.map(({ outcome, costMicros }) => [outcome, Number(costMicros)])).toEqual([
      ['budget', 0],
      ['too-large', 0],
      ['no-price', 0],
    ])
  })

  it('of a call whose worker died is charged once by the sweep, at the worst case', async () => {
    await answers({ word: 'late' })
    await askModel(wordTask, { text: 'dead' }, wordAsk())
    const { id, reservedMicros, costMicros } = await gate.db.modelCall.findFirstOrThrow()
    await gate.db.modelCall.update({
      where: { id },
      data: { outcome: 'in-flight', costMicros: 0, leaseUntil: new Date(Date.now() - 1_000) },
    })
    await gate.db.modelBudget.updateMany({ data: { spentMicros: 0, reservedMicros } })
    await sweepCalls(ctx)
    await sweepCalls(ctx)
    const swept = await gate.db.modelCall.findFirstOrThrow()
    expect([swept.outcome, swept.costMicros]).toEqual(['abandoned', reservedMicros])
    expect(costMicros).toBeLessThan(reservedMicros)
    expect((await spent()).every((row) => row.spent === Number(reservedMicros) && row.reserved === 0)).toBe(true)
  })
})

describe('the stop switch', () => {
  it('lets nothing leave, breaks off what is under way at once, and needs no worker', async () => {
    await gate.command('', { latencyMs: 15_000 })
    const before = await sentNow()
    const startedMs = Date.now()
    const asking = askModel(wordTask, { text: 'slow' }, wordAsk())
    while ((await gate.db.modelCall.count({ where: { outcome: 'in-flight' } })) === 0) await sleep(10)
    await stopModels(ctx, { stopped: true, reason: 'drill' })
    expect(await asking).toMatchObject({ outcome: 'none', why: 'stopped' })
    expect(Date.now() - startedMs).toBeLessThan(5_000)
    const call = await gate.db.modelCall.findFirstOrThrow()
    expect(call.outcome).toBe('stopped')
    expect(call.costMicros).toBe(call.reservedMicros)
    expect(await askModel(wordTask, { text: 'no' }, wordAsk())).toMatchObject({
      why: 'stopped',
      reason: expect.stringContaining('drill'),
    })
    expect((await sentSince(before)).length).toBeLessThanOrEqual(1)
    await stopModels(ctx, { stopped: false, reason: '' })
    expect((await readModelSettings(ctx)).isReady).toBe(true)
  })
})

describe('providers', () => {
  it('fall back in order, and rest after failures in a row until one call finds them well', async () => {
    const { providerId } = await createProvider(ctx, {
      name: 'Second',
      kind: 'openai',
      baseUrl: `${gate.sandboxUrl}/model/v1`,
      apiVersion: null,
      apiKey: 'model-key',
      residencyNote: 'Frankfurt',
      timeoutSeconds: 5,
      prices: [
        {
          model: 'sandbox-small',
          inputMicrosPerMillion: 1_000_000,
          outputMicrosPerMillion: 1_000_000,
          isEmbedding: false,
        },
      ],
    })
    const route = [
      { providerId: gate.providerId, model: 'sandbox-large' },
      { providerId, model: 'sandbox-small' },
    ]
    await saveDefaultRoute(ctx, route)
    for (let at = 0; at < 6; at += 1) {
      await fault('unauthorized')
      await answers({ word: 'second' })
      const answer = await askModel(wordTask, { text: `fallback ${at}` }, wordAsk())
      expect(answer).toMatchObject({ outcome: 'answered', model: 'sandbox-small' })
    }
    const before = await sentNow()
    await answers({ word: 'second' })
    await askModel(wordTask, { text: 'rests' }, wordAsk())
    expect(await sentSince(before)).toHaveLength(1)
    await gate.db.modelProvider.update({
      where: { id: gate.providerId },
      data: { openUntil: new Date(Date.now() - 1) },
    })
    await answers({ word: 'first' })
    const answer = await askModel(wordTask, { text: 'well again' }, wordAsk())
    expect(answer).toMatchObject({ outcome: 'answered', model: 'sandbox-large' })
    const healed = await gate.db.modelProvider.findUniqueOrThrow({ where: { id: gate.providerId } })
    expect(healed.failures).toBe(0)
    await saveDefaultRoute(ctx, route.slice(0, 1))
    await removeProvider(ctx, providerId)
    expect(await gate.db.sealedSecret.count({ where: { purpose: `model-key:${providerId}` } })).toBe(0)
  })

  it('lose their key with their address: the new one never hears it', async () => {
    const heard: IncomingMessage[] = []
    const server: Server = createServer((request, response) => {
      heard.push(request)
      response.writeHead(401).end('{}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { providerId } = await createProvider(ctx, {
      name: 'Moving',
      kind: 'openai',
      baseUrl: `${gate.sandboxUrl}/model/v1/`,
      apiVersion: null,
      apiKey: 'fk-moving-Secret-99',
      residencyNote: '',
      timeoutSeconds: 5,
      prices: [],
    })
    const before = await gate.db.modelProvider.findUniqueOrThrow({ where: { id: providerId } })
    expect([before.keyHint, before.baseUrl.endsWith('/v1')]).toEqual(['fk-m…', true])
    await editProvider(ctx, providerId, { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` })
    const after = await gate.db.modelProvider.findUniqueOrThrow({ where: { id: providerId } })
    expect([after.keySecretId, after.keyHint, after.state]).toEqual([null, null, 'untested'])
    expect(await gate.db.sealedSecret.count({ where: { id: before.keySecretId ?? '' } })).toBe(0)
    await testProvider(ctx, providerId)
    expect(heard.length).toBeGreaterThan(0)
    expect(JSON.stringify(heard.map(({ headers }) => headers))).not.toContain('fk-moving')
    const tested = await gate.db.modelProvider.findUniqueOrThrow({ where: { id: providerId } })
    expect([tested.state, tested.stateDetail]).toEqual(['refused', 'The model does not accept this key.'])
    await removeProvider(ctx, providerId)
    server.close()
  })

  it('are tested by a list and one metered word, and the environment brings only the very first', async () => {
    await testProvider(ctx, gate.providerId)
    const { providers } = await readModelSettings(ctx)
    expect(providers[0]).toMatchObject({
      state: 'connected',
      modelsSeen: ['sandbox-large', 'sandbox-small', 'sandbox-embed'],
    })
    expect(providers[0]?.probes.map(({ outcome }) => outcome)).toEqual(['yes', 'yes'])
    expect(await gate.db.modelCall.count({ where: { task: 'test-provider', costMicros: { gt: 0 } } })).toBe(1)
    expect(JSON.stringify(providers)).not.toContain('model-key')
    expect(await importFirstProvider(ctx, { baseUrl: 'https://x.example/v1', model: 'm' })).toBe(false)
  })

  it('count vectors too, and say when nobody makes them', async () => {
    const texts = ['a', 'ada@example.com']
    const ask = { correlationId: 'embed', requestedBy: { kind: 'job' as const, name: 'test' }, subject: 'docs' }
    const setting = { enabled: true, dayCapMicros: null, monthCapMicros: null }
    await saveTaskSetting(ctx, 'embed-texts', { ...setting, candidates: [] })
    expect(await embedTexts(texts, ask)).toMatchObject({ why: 'not-configured' })
    const price = { inputMicrosPerMillion: 1_000_000, outputMicrosPerMillion: 0, isEmbedding: true }
    const key = { providerId: gate.providerId, model: 'sandbox-embed' }
    await gate.db.modelPrice.upsert({
      where: { providerId_model: key },
      create: { ...key, ...price },
      update: price,
    })
    const candidates = [{ providerId: gate.providerId, model: 'sandbox-embed' }]
    await saveTaskSetting(ctx, 'embed-texts', { ...setting, candidates })
    const before = await sentNow()
    const answer = await embedTexts(texts, ask)
    expect(answer.outcome === 'answered' && answer.output.length).toBe(2)
    expect((await sentSince(before)).map(({ body }) => body).join()).not.toContain('ada@')
    expect((await spent('embed-texts')).every((row) => row.spent > 0 && row.reserved === 0)).toBe(true)
  })
})

describe('what leaves and what is kept', () => {
  const secret = 'fv-live-Canary~7/Zq+88'
  const person = 'grace.hopper@navy.example'
  const percent = (text: string) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  const escaped = (text: string) => [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  const encodings: Record<string, (text: string) => string> = {
    plain: (text) => text,
    base64: (text) => Buffer.from(text).toString('base64'),
    base64url: (text) => Buffer.from(text).toString('base64url'),
    hex: (text) => Buffer.from(text).toString('hex'),
    percent,
    'percent twice': (text) => percent(text).replaceAll('%', '%25'),
    'unicode escapes': escaped,
    backwards: (text) => [...text].reverse().join(''),
  }

  it('no seeded secret and no seeded person, in any of eight encodings: not in requests, logs or ledger', async () => {
    const lines: unknown[] = []
    const spies = (['info', 'warn', 'error', 'debug'] as const).map((level) =>
      vi.spyOn(log, level).mockImplementation((entry) => void lines.push(entry)),
    )
    await transact((tx) => storeSecret(tx, ctx, 'fivetran-secret:canary', secret))
    const before = await sentNow()
    const twoTurns = { ...wordTask, limits: { ...wordTask.limits, turnsMax: 2 } }
    const hidden: string[] = []
    for (const [name, encode] of Object.entries(encodings)) {
      const [key, who] = [encode(secret), encode(person)]
      hidden.push(key, who)
      // The model says it back, in its answer and in what the checker then says of it.
      await answers({ word: `I saw ${key} of ${who} there` }, 2)
      const check = ({ word }: { word: string }) => [`${word} is no word`]
      await askModel(
        twoTurns,
        { text: `comment, ${name}: ${key} of ${who} end` },
        wordAsk({ check, subject: `crm.${who}` }),
      )
    }
    for (const spy of spies) spy.mockRestore()
    const sent = (await sentSince(before)).filter(({ body }) => body.includes('comment, '))
    expect(sent.map(({ status }) => status)).toEqual(hidden.map(() => 200))
    const ledger = await gate.db.modelCall.findMany()
    const cache = await gate.db.modelReplyCache.findMany()
    const all = (value: unknown) =>
      JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? Number(part) : part))
    const outgoing = all(sent.map(({ body, headers }) => [body, headers]))
    for (const place of [outgoing, all(ledger), all(cache), all(lines)]) {
      for (const text of hidden) {
        for (const form of [
          text,
          JSON.stringify(text).slice(1, -1),
          JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
        ]) {
          expect(place.includes(form), `found ${text}`).toBe(false)
        }
      }
    }
    expect(ledger[0]?.masked).not.toEqual([])
  }, 30_000)

  it('nothing of a question or an answer where no content is to be kept, and nothing older than what is kept', async () => {
    await editModelSettings(ctx, { keepContent: false, retentionDays: 30 })
    await answers({ word: 'gone' })
    const answer = await askModel(wordTask, { text: 'forget me' }, wordAsk({ key: 'no-content' }))
    expect(answer.outcome).toBe('answered')
    expect(await gate.db.modelCall.findFirstOrThrow()).toMatchObject({ input: null, output: null, material: null })
    expect(await gate.db.modelReplyCache.count()).toBe(0)
    await editModelSettings(ctx, { keepContent: true })
    await answers({ word: 'kept' })
    await askModel(wordTask, { text: 'keep me' }, wordAsk())
    expect(await gate.db.modelCall.count({ where: { output: { not: null } } })).toBe(1)
    await sweepCalls({ ...ctx, now: () => new Date(Date.now() + 29 * 24 * hour) })
    expect(await gate.db.modelCall.count()).toBe(2)
    await sweepCalls({ ...ctx, now: () => new Date(Date.now() + 31 * 24 * hour) })
    expect(await gate.db.modelCall.count()).toBe(0)
    expect((await spent()).every((row) => row.spent > 0)).toBe(true)
  })
})
