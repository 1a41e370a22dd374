// Long because: every case needs the same policy, keys, desk and hook, and a database of its own for each file would cost more than the reading.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection, User } from '@/generated/prisma/client'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import type { Obligation } from '@/lib/control-loop/policy/domain/obligation'
import { makePolicy, makeRule } from '@/lib/control-loop/policy/domain/testing/make-facts'
import { readPolicy } from '@/lib/control-loop/policy/services/read-policy'
import { savePolicy } from '@/lib/control-loop/policy/services/save-policy'
import { draftByPerson } from '@/lib/control-loop/proposal/services/draft-by-person'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { overrideEnv } from '@/lib/platform/config/override-env'
import { testFolder } from '@/lib/platform/config/test-folder'
import type { ServiceContext } from '@/lib/platform/context'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { createSealKey } from '@/lib/platform/secrets/create-seal-key'
import { type Receiver, startReceiver } from '@/lib/testing/start-receiver'
import { startTicketDesk, type TicketDesk } from '@/lib/testing/start-ticket-desk'
import { type ChannelDraft, channelDraftSchema } from '../domain/channel'
import { addChannel } from './add-channel'
import { editChannel } from './edit-channel'
import { readIntegrations } from './read-integrations'
import { replayThread } from './replay-thread'
import { sendNotices } from './send-notices'
import { testChannel } from './test-channel'

const folder = mkdtempSync(join(testFolder(), 'notify-'))
const file = (name: string) => join(folder, name)
const minute = 60_000
let test: TestDatabase
let restore: () => void
let people: Record<'admin' | 'engineer', User>
let connection: Connection
let desk: TicketDesk
let hook: Receiver
let hookStatus = 204
/** Done once while the receiver holds its answer back. */
let meanwhile: (() => Promise<void>) | null = null
let clock = Date.now()
let round = 0

beforeAll(async () => {
  test = await withTestDatabase()
  await createSealKey(file('seal.key'), file('seal.pub'))
  writeFileSync(file('hook.key'), randomBytes(32))
  restore = overrideEnv({
    APP_ORIGIN: 'http://localhost:3000',
    DATABASE_URL: test.url,
    WEBHOOK_KEY_FILE: file('hook.key'),
    SEAL_PRIVATE_KEY_FILE: file('seal.key'),
    ALLOW_PRIVATE_ADDRESSES: '127.0.0.0/8',
    LOG_LEVEL: 'warn',
  })
  people = { admin: await seedPerson('Samuel', 'admin'), engineer: await seedPerson('Tomas', 'engineer') }
  const { version } = await readPolicy()
  const obligations: Obligation[] = ['pause-connection', 'open-ticket', 'notify']
  const rule = makeRule('careful', { risks: ['high'] }, { decision: 'require-review', approvals: 2, role: 'steward' })
  await savePolicy(as('admin'), { baseVersion: version, policy: makePolicy([{ ...rule, obligations }]) })
})
beforeEach(async () => {
  await test.db.noticeChannel.deleteMany()
  desk = await startTicketDesk()
  hookStatus = 204
  meanwhile = null
  hook = await startReceiver(async () => {
    const work = meanwhile
    meanwhile = null
    await work?.()
    return { status: hookStatus }
  })
  const { destination } = await seedDestination()
  round += 1
  connection = await seedConnection(destination, `orders_${round}`)
  const tree = makeTree({ customer: makeTable({ id: { primaryKey: true } }) })
  const snapshotId = await seedSnapshot(as('engineer'), connection, tree)
  await test.db.connection.update({ where: { id: connection.id }, data: { latestSnapshotId: snapshotId } })
})
afterEach(async () => {
  await desk.stop()
  await hook.stop()
})
afterAll(async () => {
  restore()
  rmSync(folder, { recursive: true })
  await test.drop()
})

const as = (who: keyof typeof people): ServiceContext => contextOf(people[who], new Date(clock))
const worker = (): ServiceContext => ({ ...as('admin'), now: () => new Date(clock) })
const jira = (): ChannelDraft => ({
  kind: 'jira',
  name: 'Data desk',
  address: desk.url,
  enabled: true,
  settings: { email: 'a@example.com', project: 'DATA', issueType: 'Task' },
  key: 'token-of-the-desk',
})
const webhook = (): ChannelDraft => ({
  kind: 'webhook',
  name: 'Hook',
  address: hook.url,
  enabled: true,
  settings: {},
  key: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
})
async function resync(): Promise<string> {
  const { id } = await draftByPerson(as('engineer'), {
    connectionId: connection.id,
    actions: [{ kind: 'resync-table', schema: 'public', table: 'customer' }],
    rationale: 'Again.',
    changeIds: [],
  })
  return id
}
const over = (id: string) => test.db.proposal.update({ where: { id }, data: { state: 'superseded' } })
const threads = () => test.db.noticeThread.findMany({ orderBy: { openedAt: 'asc' } })
/** The worker looks so many times, so many minutes apart. */
async function pass(times: number, minutesApart = 1): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    clock += minutesApart * minute
    await sendNotices(worker())
  }
}

describe('a high-risk change repeated twenty times while the ticket host is down for an hour', () => {
  it.each(['before it was told', 'after it was told'])(
    'leaves one pause, one ticket and one recovery note: down %s',
    async (when) => {
      await addChannel(as('admin'), jira())
      const before = when === 'after it was told' ? await resync() : null
      if (before) await pass(1)
      desk.mood.now = 'down'
      const downSince = desk.requests.length
      if (before) await over(before)
      for (let i = 0; i < 20; i += 1) {
        const proposalId = await resync()
        await pass(1, 3)
        await over(proposalId)
      }
      expect(desk.tickets).toHaveLength(before ? 1 : 0)
      expect(desk.tickets.flatMap(({ comments }) => comments)).toEqual([])
      expect(desk.requests.length - downSince).toBeLessThan(12)
      desk.mood.now = 'well'
      await pass(8, 5)
      expect(desk.tickets).toMatchObject([{ key: 'DATA-1', isDone: true, comments: [expect.anything()] }])
      const note = JSON.stringify(desk.tickets[0]?.comments)
      expect(note).toContain('Cleared: what P-')
      expect(note).toContain(`${before ? 21 : 20} times`)
      expect(note).toContain('Told late')
      const pauses = await test.db.proposal.findMany({
        where: { connectionId: connection.id, authorKind: 'rule' },
        include: { runs: true },
      })
      expect(pauses).toMatchObject([{ runs: [{ startedBy: 'policy' }] }])
      expect(await threads()).toMatchObject([
        { reference: 'DATA-1', failures: 0, deadAt: null, endedAt: expect.any(Date) },
      ])
      const told = desk.requests.length
      await pass(5)
      expect(desk.requests).toHaveLength(told)
    },
  )
})

describe('the outbox', () => {
  it('moves with its proposal, or not at all', async () => {
    await addChannel(as('admin'), webhook())
    await resync()
    expect(await threads()).toHaveLength(1)
    const [thread] = await threads()
    await expect(
      test.db.$transaction(async (tx) => {
        await tx.proposal.updateMany({
          where: { notices: { some: { threadId: thread?.id ?? '' } } },
          data: { state: 'rejected' },
        })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await threads()).toMatchObject([{ wanted: 1 }])
  })

  it('tells each move once, whoever makes it, and ends with the last', async () => {
    await addChannel(as('admin'), webhook())
    const id = await resync()
    await pass(2)
    await test.db.proposal.update({ where: { id }, data: { state: 'approved' } })
    await pass(2)
    await test.db.proposal.update({ where: { id }, data: { dueAt: new Date(clock) } })
    await pass(2)
    await test.db.proposal.update({ where: { id }, data: { state: 'rejected' } })
    await pass(2)
    const said = hook.requests.map(({ body }) => Reflect.get(body as object, 'type'))
    expect(said).toEqual(['proposal.created', 'proposal.approved', 'proposal.rejected'])
    expect(await threads()).toMatchObject([{ wanted: 3, sent: 3, endedAt: expect.any(Date) }])
    const again = await resync()
    await pass(1)
    expect(await threads()).toHaveLength(2)
    await over(again)
  })

  it('is told once by two workers, and tells what came in while it was told', async () => {
    await addChannel(as('admin'), webhook())
    const id = await resync()
    meanwhile = async () => {
      await sendNotices(worker())
      await over(id)
      await sendNotices(worker())
    }
    await sendNotices(worker())
    expect(hook.requests).toHaveLength(1)
    expect(await threads()).toMatchObject([{ wanted: 2, sent: 1, endedAt: null }])
    await pass(1)
    expect(hook.requests).toHaveLength(2)
    expect(await threads()).toMatchObject([{ wanted: 2, sent: 2, endedAt: expect.any(Date) }])
  })

  it('gives up on what is refused, shows it, and sends it again when a person says so', async () => {
    await addChannel(as('admin'), webhook())
    await resync()
    hookStatus = 404
    await pass(3)
    expect(hook.requests).toHaveLength(1)
    const { threads: shown, channels } = await readIntegrations(as('engineer'))
    expect(channels).toMatchObject([{ state: 'refused', dead: 1, waiting: 0 }])
    expect(shown).toMatchObject([{ state: 'dead', problem: expect.stringContaining('(404)'), tries: 1 }])
    const [dead] = shown
    await expect(replayThread(as('engineer'), dead?.id ?? '')).rejects.toMatchObject({ status: 403 })
    hookStatus = 204
    await replayThread(as('admin'), dead?.id ?? '')
    await pass(1)
    expect(await threads()).toMatchObject([{ sent: 1, deadAt: null, problem: null }])
    await expect(replayThread(as('admin'), dead?.id ?? '')).rejects.toMatchObject({ status: 409 })
  })

  it('sets a notice aside that it cannot put into words, and tells the others', async () => {
    await addChannel(as('admin'), webhook())
    const broken = await resync()
    await test.db.proposal.update({ where: { id: broken }, data: { revision: 99 } })
    clock += minute
    await draftByPerson(as('engineer'), {
      connectionId: connection.id,
      actions: [{ kind: 'set-column-key', schema: 'public', table: 'customer', column: 'id', primaryKey: false }],
      rationale: 'Another.',
      changeIds: [],
    })
    await expect(pass(1)).rejects.toThrow()
    expect(await threads()).toMatchObject([{ deadAt: expect.any(Date) }, { sent: 1, deadAt: null }])
    expect(hook.requests).toHaveLength(1)
  })

  it('stops at a receiver that wants nothing more', async () => {
    await addChannel(as('admin'), webhook())
    await resync()
    hookStatus = 410
    await pass(2)
    expect(await test.db.noticeChannel.findMany()).toMatchObject([{ enabled: false, state: 'refused' }])
    await resync()
    await pass(2)
    expect(hook.requests).toHaveLength(1)
  })
})

describe('a channel', () => {
  it('keeps its key from every other host, and its key is given to nobody', async () => {
    const { channelId } = await addChannel(as('admin'), jira())
    await testChannel(worker(), channelId)
    const { key, ...moved } = { ...jira(), address: hook.url }
    await editChannel(as('admin'), channelId, { ...moved, address: `${desk.url}/other` })
    expect(await test.db.noticeChannel.findMany()).toMatchObject([{ keySecretId: expect.any(String) }])
    await editChannel(as('admin'), channelId, moved)
    await testChannel(worker(), channelId)
    expect(hook.requests).toEqual([])
    const [row] = (await readIntegrations(as('engineer'))).channels
    expect(row).toMatchObject({ keyHint: null, state: 'refused', stateDetail: 'There is no key. Set it again.' })
    expect(JSON.stringify(await readIntegrations(as('admin')))).not.toContain(key)
    expect(await test.db.sealedSecret.count({ where: { purpose: `notice-channel:${channelId}:key` } })).toBe(0)
    await expect(addChannel(as('engineer'), jira())).rejects.toMatchObject({ status: 403 })
    await expect(addChannel(as('admin'), moved)).rejects.toMatchObject({ status: 422 })
    await expect(editChannel(as('admin'), channelId, webhook())).rejects.toMatchObject({ status: 409 })
  })

  it('takes only what its kind is made of', () => {
    const refused = [
      { ...jira(), settings: { email: 'a@example.com', project: 'data; drop', issueType: 'Task' } },
      { ...webhook(), key: 'whsec_short' },
      { ...webhook(), address: 'file:///etc/passwd' },
      { ...webhook(), settings: { extra: '1' } },
      { ...webhook(), kind: 'pigeon' },
    ]
    for (const one of refused) expect(channelDraftSchema.safeParse(one).success).toBe(false)
    expect(channelDraftSchema.safeParse(jira()).success).toBe(true)
  })
})
