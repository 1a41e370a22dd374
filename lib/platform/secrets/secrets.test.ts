import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'

import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { overrideEnv } from '../config/override-env'
import { testFolder } from '../config/test-folder'
import { systemContext } from '../context'
import { createCorrelationId } from '../correlation-id'
import { transact } from '../db/client'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { createSealKey } from './create-seal-key'
import { openSecret } from './open-secret'
import { Secret } from './secret'
import { storeSecret } from './store-secret'
import { webhookSecretFor } from './webhook-key'

const folder = mkdtempSync(join(testFolder(), 'seal-'))
const file = (name: string) => join(folder, name)
const worker = { SEAL_PRIVATE_KEY_FILE: file('a.key'), SEAL_PUBLIC_KEY_FILE: file('a.pub') }
const ctx = systemContext('seed', createCorrelationId())
let test: TestDatabase
let restore: () => void

beforeAll(async () => {
  test = await withTestDatabase()
  await createSealKey(file('a.key'), file('a.pub'))
  await createSealKey(file('b.key'), file('b.pub'))
  restore = overrideEnv(worker)
})
afterAll(async () => {
  restore()
  rmSync(folder, { recursive: true })
  await test.drop()
})

const store = (purpose: string, text: string) => transact((tx) => storeSecret(tx, ctx, purpose, text))

describe('sealed secrets', () => {
  it('open for the worker and their purpose, and leave no plaintext in the database', async () => {
    const id = await store('account:1:key', 'canary-ünï')
    expect(await openSecret(test.db, id, 'account:1:key')).toBe('canary-ünï')
    const row = await test.db.sealedSecret.findUniqueOrThrow({ where: { id } })
    expect(Buffer.from(row.ciphertext).toString('latin1')).not.toContain('canary')
    const events = await test.db.$queryRaw<{ all: string }[]>`SELECT string_agg(e::text, ' ') AS all FROM audit_event e`
    expect(events[0]?.all).toContain('account:1:key')
    expect(events[0]?.all).not.toContain('canary')
  })

  it('do not open for another purpose, nor when a row was put in the place of another', async () => {
    const mine = await store('account:1:key', 'mine')
    const theirs = await store('account:2:key', 'theirs')
    await expect(openSecret(test.db, mine, 'account:2:key')).rejects.toThrow('another purpose')
    await test.db
      .$executeRaw`UPDATE sealed_secret SET ciphertext = (SELECT ciphertext FROM sealed_secret WHERE id = ${theirs}::uuid) WHERE id = ${mine}::uuid`
    await expect(openSecret(test.db, mine, 'account:1:key')).rejects.toThrow('another purpose')
  })

  it('do not open when altered', async () => {
    const id = await store('account:1:key', 'mine')
    await test.db
      .$executeRaw`UPDATE sealed_secret SET ciphertext = set_byte(ciphertext, 50, get_byte(ciphertext, 50) # 1) WHERE id = ${id}::uuid`
    await expect(openSecret(test.db, id, 'account:1:key')).rejects.toThrow('altered')
  })

  it('do not open with another key, nor without one', async () => {
    const id = await store('account:1:key', 'mine')
    const withOther = overrideEnv({ SEAL_PRIVATE_KEY_FILE: file('b.key') })
    await expect(openSecret(test.db, id, 'account:1:key')).rejects.toThrow('another key')
    withOther()
    const withNone = overrideEnv({ SEAL_PRIVATE_KEY_FILE: undefined })
    await expect(openSecret(test.db, id, 'account:1:key')).rejects.toThrow('only the worker')
    expect(await store('account:3:key', 'web can still seal')).toBeTruthy()
    withNone()
  })

  it('are refused without a purpose by the database', async () => {
    await expect(store('', 'x')).rejects.toThrow()
  })
})

describe('seal keys', () => {
  it('are never overwritten, and the private one is for its owner only', async () => {
    await expect(createSealKey(file('a.key'), file('c.pub'))).rejects.toThrow('EEXIST')
    expect(statSync(file('a.key')).mode & 0o077).toBe(0)
  })
})

describe('an opened secret', () => {
  it('shows itself to nobody who does not ask', () => {
    const secret = new Secret('canary')
    const shown = [
      String(secret),
      `${secret}`,
      JSON.stringify({ secret }),
      inspect({ secret }),
      Object.keys(secret).join(),
    ]
    expect(shown.join()).not.toContain('canary')
    expect(secret.reveal()).toBe('canary')
  })
})

describe('the webhook secret', () => {
  it('is the same for all who hold the key, and another for each account and generation', () => {
    writeFileSync(file('webhook.key'), Buffer.alloc(32, 7))
    const undo = overrideEnv({ WEBHOOK_KEY_FILE: file('webhook.key') })
    const first = webhookSecretFor('a', 1)
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(webhookSecretFor('a', 1)).toBe(first)
    expect(new Set([first, webhookSecretFor('a', 2), webhookSecretFor('b', 1)]).size).toBe(3)
    undo()
  })

  it('is not made of a short key', () => {
    writeFileSync(file('short.key'), 'short')
    const undo = overrideEnv({ WEBHOOK_KEY_FILE: file('short.key') })
    expect(() => webhookSecretFor('a', 1)).toThrow('at least 32')
    undo()
  })
})
