import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Connection, Destination } from '@/generated/prisma/client'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { storeSecret } from '@/lib/platform/secrets/store-secret'
import { type ModelGate, startModelGate } from '@/lib/testing/start-model-gate'
import { embedTexts } from './embed-texts'
import { attackSurfaces } from './testing/attack-surfaces'
import { draftForColumn } from './testing/draft-for-column'
import { encodings, findEncoded } from './testing/encodings'

/** A secret that Headgate keeps, and a person, in every way a stranger's words come before a model, and in what the model itself says. */
const secret = 'whsec-Tq7pLk29-zxW4'
const person = ['greta.lindqvist@personal.example', '536-22-8714', '+1 415 555 0137']
const seeded = [secret, ...person]
const now = new Date('2026-11-12T10:42:00Z')

let gate: ModelGate
let ctx: ServiceContext
let destination: Destination
let connection: Connection
let logged = ''
let round = 0

beforeAll(async () => {
  gate = await startModelGate({ logLevel: 'trace' })
  // Whatever this process logs is kept here instead of printed.
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    logged += String(chunk)
    return true
  })
  ctx = contextOf(await seedPerson('Ada', 'steward'), now)
  destination = (await seedDestination()).destination
  connection = await seedConnection(destination, 'never_leaves')
  await transact((tx) => storeSecret(tx, ctx, 'warehouse-access', JSON.stringify({ user: 'u', password: secret })))
}, 90_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await gate?.stop()
}, 30_000)

const columnName = (payload: string) => draftForColumn(connection, payload)

describe('a stored secret and a person', () => {
  it.each(Object.entries(encodings))('written as %s reach no provider, no ledger and no log', async (_name, encode) => {
    // What a model says back is kept like everything else: it may know more than it was told.
    await gate.command('/answers', {
      answers: seeded.map((value) => ({
        task: 'judge-rename',
        json: { opinion: 'same', reason: `It is ${encode(value)}.` },
      })),
    })
    // The ways of a draft are one way here: what differs between them is the place of the name, not what is masked.
    const ways = [columnName, ...Object.values(attackSurfaces).slice(4)]
    for (const [at, attack] of ways.entries()) {
      round += 1
      // Another value for each way and encoding, so that all of them meet over the eight.
      await attack(`see ${encode(seeded[(at + round) % seeded.length] ?? '')} here`, { ctx, destination, round })
    }
    // As a bare name, which a path joins to others with a dot.
    for (const value of seeded) await columnName(encode(value))
    await embedTexts(seeded.map(encode), {
      correlationId: 'c',
      requestedBy: { kind: 'job', name: 'test' },
      subject: 's',
    })
  })

  it('are nowhere to be found afterwards', async () => {
    const { items } = await gate.requests()
    const places = {
      requests: items
        .map(({ path, headers, body }) => JSON.stringify({ path, headers: { ...headers, authorization: '' } }) + body)
        .join('\n'),
      ledger: JSON.stringify(await gate.db.modelCall.findMany(), bigIntAsText),
      cache: JSON.stringify(await gate.db.modelReplyCache.findMany()),
      log: logged,
    }
    expect(items.length).toBeGreaterThan(60)
    expect(places.requests).toContain('[masked: ')
    expect(places.log).toContain('model.call-settled')
    const found = Object.entries(places).flatMap(([place, text]) =>
      seeded.flatMap((value) => findEncoded(text, value).map((encoding) => `${value} as ${encoding} in the ${place}`)),
    )
    expect(found).toEqual([])
  })
})

const bigIntAsText = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
