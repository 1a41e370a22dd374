import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  seedConnection,
  seedDestination,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { systemContext } from '@/lib/platform/context'
import { type ModelGate, startModelGate } from '@/lib/testing/start-model-gate'
import { callListQuerySchema, callListSchema, usageSchema } from '../contract'
import { askModel } from './ask-model'
import { exportCallFile } from './export-call-file'
import { exportCalls, testExport } from './export-calls'
import { importFirstProvider } from './import-first-provider'
import { linkCallToProposal } from './link-call-to-proposal'
import { listCalls } from './list-calls'
import { makePreview } from './make-preview'
import { readCall } from './read-call'
import { readModelSettings } from './read-model-settings'
import { readPreview } from './read-preview'
import { readUsage } from './read-usage'
import { removeProvider } from './remove-provider'
import { replayCall } from './replay-call'
import { requestPreview } from './request-preview'
import { requestReplay } from './request-replay'
import { listSampleConsents, saveSampleConsent } from './sample-consents'
import { saveExport } from './save-export'
import { wordAsk, wordTask } from './testing/word-task'

/** What is kept of calls: lists, one in full, usage, files, spans, repeats, previews. */
let gate: ModelGate
const ctx = systemContext('worker', 'ledger-test')
const answers = (json: unknown, times = 1) => gate.command('/answers', { answers: [{ task: null, times, json }] })
const list = (query: object = {}) => listCalls(callListQuerySchema.parse(query))

beforeAll(async () => {
  gate = await startModelGate()
  for (const text of ['one', 'two', 'three']) {
    await answers({ word: text })
    await askModel(wordTask, { text }, wordAsk({ subject: text === 'two' ? '=cmd()' : `crm.${text}` }))
  }
  await gate.command('/faults', { kind: 'refusal' })
  await askModel(wordTask, { text: 'four' }, wordAsk())
}, 60_000)
afterAll(() => gate?.stop(), 30_000)

describe('the ledger', () => {
  it('is listed page by page under filters, and one call shows what was sent and said', async () => {
    const first = callListSchema.parse(await list({ limit: 3 }))
    const second = await list({ limit: 3, ...(first.nextCursor && { cursor: first.nextCursor }) })
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 1, null])
    expect(first.models).toEqual(['sandbox-large'])
    expect((await list({ outcome: 'errors' })).items.map(({ outcome }) => outcome)).toEqual(['declined'])
    expect((await list({ day: '2001-01-01' })).items).toEqual([])
    const call = second.items[0]
    const detail = await readCall(call?.id ?? '')
    expect(detail.input?.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(detail).toMatchObject({ output: '{"word":"one"}', canReplay: true, canReplayWithCurrentPrompt: true })
  })

  it('adds up by task and day against budgets, and counts what became of what it fed', async () => {
    const { destination } = await seedDestination()
    const connection = await seedConnection(destination, 'usage')
    const ids = (await list()).items.filter(({ outcome }) => outcome === 'answered').map(({ id }) => id)
    for (const [at, state] of (['verified', 'rejected', 'in_review'] as const).entries()) {
      const proposal = await gate.db.proposal.create({
        data: { connectionId: connection.id, state, authorKind: 'model', correlationId: 'x' },
      })
      await linkCallToProposal(gate.db, ids[at] ?? '', proposal.id)
    }
    const usage = usageSchema.parse(await readUsage(ctx, 7))
    expect(usage.tasks).toMatchObject([{ task: 'classify-columns', calls: 4, errors: 1 }])
    expect(usage.byDay).toMatchObject([{ day: usage.to, calls: 4 }])
    expect(usage.total.day.spentMicros).toBe(usage.tasks[0]?.costMicros)
    expect(usage.acceptance).toMatchObject([
      { proposals: 3, decided: 2, accepted: 1, reverted: 0, model: 'sandbox-large' },
    ])
    expect(
      (await list({ proposal: (await list()).items.find(({ proposal }) => proposal)?.proposal?.id })).items,
    ).toHaveLength(1)
  })

  it('leaves as a file without content, with formulas disarmed', async () => {
    const { text, name } = await exportCallFile(ctx, { format: 'csv' })
    expect(name).toMatch(/^model-calls-\d{4}-\d\d-\d\d\.csv$/)
    expect(text.trim().split('\r\n')).toHaveLength(5)
    expect(text).toContain(",'=cmd(),")
    expect(text).not.toContain('{"word"')
  })
})

describe('a repeat', () => {
  it('asks another model the same words, is marked, and feeds nothing', async () => {
    const original = (await list()).items.find(({ subject }) => subject === 'crm.one')
    const request = { providerId: gate.providerId, model: 'sandbox-large', prompt: 'same' as const }
    const admin = { ...ctx, actor: { kind: 'system' as const, userId: null, name: 'Samuel', role: null } }
    await requestReplay(admin, original?.id ?? '', request)
    await answers({ columns: [] })
    const before = (await gate.requests()).items.length
    const payload = { ...request, callId: original?.id ?? '', requestedById: '', requestedBy: 'Samuel' }
    await replayCall({ ...ctx, jobId: 'r1' }, payload)
    const { replays } = await readCall(original?.id ?? '')
    expect(replays).toMatchObject([
      { output: '{"columns":[]}', sameOutput: false, proposal: null, requestedBy: 'Samuel' },
    ])
    const sent = (await gate.requests()).items
    expect(sent).toHaveLength(before + 1)
    const messagesOf = (body?: string) => JSON.stringify(JSON.parse(body ?? '{}').messages)
    expect(messagesOf(sent.at(-1)?.body)).toBe(messagesOf(sent[0]?.body))
  })
})

describe('spans', () => {
  it('reach a receiver once each with the sealed header, wait while it is away, and hold no content', async () => {
    const heard: { headers: IncomingHttpHeaders; body: string }[] = []
    let status = 200
    const server: Server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      request.on('end', () => {
        heard.push({ headers: request.headers, body })
        response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const keys = { publicKey: 'pk-lf-12345678', secretKey: 'sk-lf-Secret-87654321' }
    await saveExport(ctx, { kind: 'langfuse', endpoint, ...keys, withContent: false })
    await testExport(ctx)
    expect((await readModelSettings(ctx)).export).toMatchObject({ state: 'connected', waiting: 0, headerHint: 'pk-l…' })
    expect(heard[0]?.headers.authorization).toBe(`Basic ${btoa(`${keys.publicKey}:${keys.secretKey}`)}`)

    await answers({ word: 'span' })
    await askModel(wordTask, { text: 'span' }, wordAsk())
    status = 503
    await expect(exportCalls(ctx)).rejects.toThrow('cannot take it now')
    expect((await readModelSettings(ctx)).export).toMatchObject({ state: 'unreachable', waiting: 1 })
    // The outage is known: the next job looks quietly, and its tries are not counted as failures again.
    await exportCalls({ ...ctx, retryCount: 0 })
    await expect(exportCalls({ ...ctx, retryCount: 1 })).rejects.toThrow('cannot take it now')
    status = 200
    await exportCalls(ctx)
    await exportCalls(ctx)
    const spans = heard
      .flatMap(({ body }) => JSON.parse(body).resourceSpans ?? [])
      .flatMap((one) => one.scopeSpans[0].spans)
    expect(spans.map(({ name }) => name)).toEqual([
      'chat sandbox-large',
      'chat sandbox-large',
      'chat sandbox-large',
      'chat sandbox-large',
    ])
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(1)
    expect(JSON.stringify(heard.map(({ body }) => body))).not.toContain('{\\"word')
    await saveExport(ctx, { kind: 'off' })
    expect(await gate.db.sealedSecret.count({ where: { purpose: 'model-export-header' } })).toBe(0)
    server.close()
  })
})

describe('a preview', () => {
  it('is byte for byte what a task would send of an object, and sends nothing', async () => {
    const { destination } = await seedDestination()
    const connection = await seedConnection(destination, 'preview')
    const snapshotId = await seedSnapshot(
      ctx,
      connection,
      makeTree({ contact: makeTable({ id: { primaryKey: true }, email: {} }) }),
    )
    await gate.db.connection.update({ where: { id: connection.id }, data: { latestSnapshotId: snapshotId } })
    const before = (await gate.requests()).items.length
    const subject = { connectionId: connection.id, schema: 'public', table: 'contact' }
    const { previewId } = await requestPreview(ctx, { task: 'describe-tables', subject })
    await makePreview(previewId)
    const preview = await readPreview(ctx, previewId)
    expect(preview).toMatchObject({ state: 'ready', model: 'sandbox-large', problem: null })
    expect(JSON.parse(preview.body ?? '{}').messages[1].content).toContain('email')
    expect(preview.bytes).toBe(Buffer.byteLength(preview.body ?? ''))
    const missing = await requestPreview(ctx, { task: 'judge-rename', subject })
    await makePreview(missing.previewId)
    expect(await readPreview(ctx, missing.previewId)).toMatchObject({ state: 'refused', body: null })
    expect((await gate.requests()).items).toHaveLength(before)

    const column = { ...subject, column: 'email' }
    await saveSampleConsent(ctx, { ...column, allowed: true })
    await saveSampleConsent(ctx, { ...column, allowed: true })
    expect((await listSampleConsents(connection.id)).items).toMatchObject([column])
    await saveSampleConsent(ctx, { ...column, allowed: false })
    expect((await listSampleConsents(connection.id)).items).toEqual([])
  })
})

describe('the model of the environment', () => {
  it('is the first provider of a fresh installation, once, and does not come back when it was removed', async () => {
    await gate.db.modelProvider.deleteMany()
    const given = { baseUrl: 'https://models.example.com/v1', model: 'm', inputPrice: 0.15, outputPrice: 0.6 }
    expect(await importFirstProvider(ctx, { baseUrl: given.baseUrl })).toBe(false)
    expect(await importFirstProvider(ctx, given)).toBe(true)
    const { providers, defaultRoute, isReady } = await readModelSettings(ctx)
    expect(providers[0]?.prices).toMatchObject([
      { model: 'm', inputMicrosPerMillion: 150_000, outputMicrosPerMillion: 600_000 },
    ])
    expect([defaultRoute, isReady]).toEqual([[{ providerId: providers[0]?.id, model: 'm' }], true])
    expect(await importFirstProvider(ctx, given)).toBe(false)
    await removeProvider(ctx, providers[0]?.id ?? '')
    expect(await importFirstProvider(ctx, given)).toBe(false)
  })
})
