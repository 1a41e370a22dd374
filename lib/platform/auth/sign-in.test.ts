import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemContext } from '../context'
import { createCorrelationId } from '../correlation-id'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { authenticateIdentity } from './authenticate-identity'
import { authenticatePassword } from './authenticate-password'
import { recordSignIn } from './record-sign-in'
import { resolveActor } from './resolve-actor'
import { changeRole } from './services/change-role'
import { createPerson } from './services/create-person'
import { disablePerson } from './services/disable-person'
import { enablePerson } from './services/enable-person'
import { listPeople } from './services/list-people'
import { beginSignIn, FAILURES_MAX, FREE_FAILURES, secondsToWait } from './sign-in-throttle'

let test: TestDatabase
beforeAll(async () => {
  test = await withTestDatabase()
})
afterAll(() => test.drop())

const ctx = systemContext('seed', createCorrelationId())
let number = 0
const person = (role: 'viewer' | 'engineer' | 'steward' | 'admin' = 'engineer') => {
  number += 1
  return createPerson(ctx, {
    email: `Person${number}@example.com`,
    name: `Person ${number}`,
    role,
    password: 'long enough password',
  })
}
/** Lets the waiting time of every throttled account pass. */
const passTime = () => test.db.$executeRaw`UPDATE sign_in_throttle SET blocked_until = now() - interval '1 second'`

describe('signing in with a password', () => {
  it('knows a person by address in any case and password', async () => {
    const { id } = await person()
    expect((await authenticatePassword(`PERSON${number}@example.com`, 'long enough password'))?.id).toBe(id)
  })

  it('refuses a wrong password, an unknown address and a disabled person alike, and records each without the address', async () => {
    const { id, email } = await person()
    await disablePerson(ctx, id)
    expect(await authenticatePassword(email, 'long enough password')).toBeNull()
    expect(await authenticatePassword(email, 'wrong')).toBeNull()
    expect(await authenticatePassword('nobody@example.com', 'wrong')).toBeNull()
    const refusals = await test.db.auditEvent.findMany({
      where: { action: 'sign-in.refused' },
      orderBy: { seq: 'asc' },
    })
    expect(refusals.map((row) => Reflect.get(Object(row.detail), 'reason'))).toEqual([
      'disabled',
      'password',
      'unknown',
    ])
    expect(
      JSON.stringify(refusals, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('nobody@')
  })

  it('throttles after five failures in a row, even the right password, and forgets after a right one', async () => {
    const { email } = await person()
    expect(await secondsToWait(email)).toBe(0)
    for (let i = 0; i < FREE_FAILURES; i++) await authenticatePassword(email, 'wrong')
    expect(await secondsToWait(email)).toBeGreaterThan(0)
    expect(await authenticatePassword(email, 'long enough password')).toBeNull()
    await passTime()
    expect(await authenticatePassword(email, 'long enough password')).not.toBeNull()
    expect(await authenticatePassword(email, 'long enough password')).not.toBeNull()
  })

  it('doubles the wait with each further failure', async () => {
    const waits: number[] = []
    for (let i = 0; i < FREE_FAILURES + 3; i++) {
      await passTime()
      expect(await beginSignIn('doubling@example.com')).toBe(true)
      const [row] = await test.db.$queryRaw<{ wait: number | null }[]>`
        SELECT extract(epoch FROM blocked_until - now())::float8 AS wait FROM sign_in_throttle ORDER BY last_failure_at DESC LIMIT 1`
      waits.push(Math.round(row?.wait ?? 0))
    }
    expect(waits).toEqual([0, 0, 0, 0, 2, 4, 8, 16])
  })

  it('lets only the free tries through when a hundred come at once', async () => {
    const tries = await Promise.all(Array.from({ length: 30 }, () => beginSignIn('burst@example.com')))
    expect(tries.filter(Boolean)).toHaveLength(FREE_FAILURES)
  })

  it('stops for a day at a hundred failures in a row', async () => {
    await beginSignIn('hundred@example.com')
    const latest = test.db.$executeRaw`UPDATE sign_in_throttle SET failures = ${FAILURES_MAX}, blocked_until = NULL
      WHERE last_failure_at = (SELECT max(last_failure_at) FROM sign_in_throttle)`
    await latest
    expect(await beginSignIn('hundred@example.com')).toBe(false)
    await test.db
      .$executeRaw`UPDATE sign_in_throttle SET last_failure_at = now() - interval '25 hours' WHERE failures = ${FAILURES_MAX}`
    expect(await beginSignIn('hundred@example.com')).toBe(true)
  })
})

describe('signing in with single sign-on', () => {
  const issuer = 'https://id.example.com'
  const invited = { issuer, defaultRole: undefined }

  it('refuses a stranger, and does not take an address for an identity', async () => {
    const { email } = await person()
    expect(await authenticateIdentity({ sub: 's-1', email, email_verified: true }, invited)).toBeNull()
    expect(
      await authenticateIdentity({ sub: 's-1', email, email_verified: true }, { issuer, defaultRole: 'viewer' }),
    ).toBeNull()
  })

  it('makes a person only with a verified free address and a default role', async () => {
    const policy = { issuer, defaultRole: 'viewer' as const }
    expect(await authenticateIdentity({ sub: 's-2', email: 'fresh@example.com' }, policy)).toBeNull()
    const made = await authenticateIdentity({ sub: 's-2', email: 'fresh@example.com', email_verified: true }, policy)
    expect(made?.role).toBe('viewer')
    expect((await authenticateIdentity({ sub: 's-2' }, invited))?.id).toBe(made?.id)
    expect(
      await authenticateIdentity({ sub: 's-2' }, { issuer: 'https://other.example.com', defaultRole: undefined }),
    ).toBeNull()
  })
})

describe('a session', () => {
  const signIn = async (role: 'engineer' | 'steward' = 'engineer') => {
    const { id } = await person(role)
    return { userId: id, ...(await recordSignIn(id, 'credentials')) }
  }

  it('stands for the person as they are now, never as they were', async () => {
    const claims = await signIn('engineer')
    await changeRole(ctx, claims.userId, 'viewer')
    expect((await resolveActor(claims, new Date()))?.role).toBe('viewer')
  })

  it('ends for good when the person is disabled', async () => {
    const claims = await signIn()
    await disablePerson(ctx, claims.userId)
    expect(await resolveActor(claims, new Date())).toBeNull()
    await enablePerson(ctx, claims.userId)
    expect(await resolveActor(claims, new Date())).toBeNull()
  })

  it('ends after twelve hours, and is none when its claims are not whole', async () => {
    const claims = await signIn()
    expect(await resolveActor(claims, new Date(Date.now() + 12 * 3600_000 + 60_000))).toBeNull()
    expect(await resolveActor({ ...claims, sessionVersion: undefined }, new Date())).toBeNull()
    expect(await resolveActor({ userId: { not: '' } }, new Date())).toBeNull()
  })
})

describe('people', () => {
  it('are listed without their hashes', async () => {
    const { items } = await listPeople()
    expect(items.length).toBeGreaterThan(0)
    expect(JSON.stringify(items)).not.toContain('argon2')
  })

  it('cannot lose their last administrator, even to two at once', async () => {
    const [ada, ben] = [await person('admin'), await person('admin')]
    const outcomes = await Promise.allSettled([disablePerson(ctx, ada.id), changeRole(ctx, ben.id, 'viewer')])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    expect(await test.db.user.count({ where: { role: 'admin', disabledAt: null } })).toBe(1)
  })

  it('cannot share an address', async () => {
    const { email } = await person()
    const twin = createPerson(ctx, { email, name: 'Twin', role: 'viewer', password: 'long enough password' })
    await expect(twin).rejects.toMatchObject({ status: 409 })
  })

  it('are managed by administrators only', async () => {
    const steward = { ...ctx, actor: { kind: 'user' as const, userId: 'x', name: 'S', role: 'steward' as const } }
    await expect(disablePerson(steward, (await person()).id)).rejects.toMatchObject({ status: 403 })
  })
})
