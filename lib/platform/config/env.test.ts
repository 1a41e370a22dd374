import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'

import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { EnvError, webEnv, workerEnv } from './env'
import { overrideEnv } from './override-env'
import { testFolder } from './test-folder'

const folder = mkdtempSync(join(testFolder(), 'env-'))
const file = join(folder, 'key')
writeFileSync(file, 'k')
afterAll(() => rmSync(folder, { recursive: true }))

const good = {
  NODE_ENV: 'test',
  DATABASE_URL: 'postgresql://u:p@127.0.0.1/x',
  APP_ORIGIN: 'https://headgate.example.com',
  NEXTAUTH_URL: 'https://headgate.example.com',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  SEAL_PUBLIC_KEY_FILE: file,
  SEAL_PRIVATE_KEY_FILE: undefined,
  WEBHOOK_KEY_FILE: file,
  ALLOW_PRIVATE_ADDRESSES: undefined,
  OIDC_ISSUER: undefined,
  OIDC_CLIENT_ID: undefined,
  OIDC_CLIENT_SECRET: undefined,
  OIDC_DEFAULT_ROLE: undefined,
  WORKER_CRASH_AT: undefined,
  LLM_BASE_URL: undefined,
}
let restore = () => {}
afterEach(() => restore())
const set = (values: Record<string, string | undefined>) => {
  restore = overrideEnv({ ...good, ...values })
}
const problemsOf = (read: () => unknown): string[] => {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof EnvError) return error.problems.map((problem) => problem.name)
    throw error
  }
}

describe('the web environment', () => {
  it('fills in what has a default', () => {
    set({})
    expect(webEnv()).toMatchObject({ ORGANISATION: 'Headgate', ALLOW_PRIVATE_ADDRESSES: [], LOG_LEVEL: 'info' })
  })

  it.each([
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', 'mysql://x'],
    ['APP_ORIGIN', 'http://headgate.example.com'],
    ['APP_ORIGIN', 'https://headgate.example.com/path'],
    ['NEXTAUTH_SECRET', 'short'],
    ['NEXTAUTH_SECRET', ''],
    ['NEXTAUTH_URL', 'https://other.example.com'],
    ['SEAL_PUBLIC_KEY_FILE', undefined],
    ['SEAL_PRIVATE_KEY_FILE', file],
    ['WEBHOOK_KEY_FILE', '/nowhere/at/all'],
    ['ALLOW_PRIVATE_ADDRESSES', '10.0.0.0'],
    ['OIDC_DEFAULT_ROLE', 'viewer'],
    ['OIDC_DEFAULT_ROLE', 'owner'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and names it', (name, value) => {
    set({ [name]: value })
    expect(problemsOf(webEnv)).toEqual([name])
  })

  it('names every bad variable at once and no value', () => {
    set({ DATABASE_URL: 'secret-value', NEXTAUTH_SECRET: 'secret-value', APP_ORIGIN: undefined })
    expect(problemsOf(webEnv).sort()).toEqual(['APP_ORIGIN', 'DATABASE_URL', 'NEXTAUTH_SECRET'])
    expect(() => webEnv()).not.toThrow(/secret-value/)
  })

  it('wants single sign-on whole or not at all', () => {
    set({ OIDC_ISSUER: 'https://id.example.com' })
    expect(problemsOf(webEnv)).toEqual(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])
  })

  it('takes plain http on loopback and listed private ranges', () => {
    set({
      APP_ORIGIN: 'http://localhost:3000',
      NEXTAUTH_URL: 'http://localhost:3000',
      ALLOW_PRIVATE_ADDRESSES: '127.0.0.0/8, ::1/128',
    })
    expect(webEnv().ALLOW_PRIVATE_ADDRESSES).toEqual(['127.0.0.0/8', '::1/128'])
  })
})

describe('the worker environment', () => {
  it('needs the private key', () => {
    set({})
    expect(problemsOf(workerEnv)).toEqual(['SEAL_PRIVATE_KEY_FILE'])
  })

  it('refuses crash points in production unless they are allowed', () => {
    const crash = { SEAL_PRIVATE_KEY_FILE: file, NODE_ENV: 'production', WORKER_CRASH_AT: 'after-claim' }
    set(crash)
    expect(problemsOf(workerEnv)).toEqual(['WORKER_CRASH_AT'])
    restore()
    set({ ...crash, ALLOW_CRASH_POINTS: '1' })
    expect(workerEnv().WORKER_CRASH_AT).toBe('after-claim')
  })

  it('wants a model with an address, and an address with a model', () => {
    set({ SEAL_PRIVATE_KEY_FILE: file, LLM_BASE_URL: 'http://127.0.0.1:8000/v1' })
    expect(problemsOf(workerEnv)).toEqual(['LLM_MODEL'])
  })
})
