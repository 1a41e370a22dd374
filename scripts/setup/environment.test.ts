import { describe, expect, it } from 'vitest'
import { seedEnvironment, webEnvironment, workerEnvironment } from './environment.mjs'

const stack = {
  folder: 'state',
  origin: 'http://localhost:3000',
  sandboxOrigin: 'http://127.0.0.1:4010',
  databaseUrl: 'postgresql://localhost/headgate',
  warehouseUrl: 'postgresql://localhost/warehouse',
  dev: false,
  secrets: {
    sessionSecret: 'session',
    sealPrivateKeyFile: 'seal.key',
    sealPublicKeyFile: 'seal.pub',
    webhookKeyFile: 'webhook.key',
  },
}
const careless = { PATH: '/bin', SEAL_PRIVATE_KEY_FILE: 'seal.key', NEXTAUTH_SECRET: 'session', DATABASE_URL: 'other' }

describe('the environment of each process', () => {
  it('never tells the web process or the seed where the private key is, even if the shell knows', () => {
    expect(Object.values(webEnvironment(stack, careless))).not.toContain('seal.key')
    expect(Object.values(seedEnvironment(stack, careless))).not.toContain('seal.key')
  })

  it('keeps the session secret from the worker', () => {
    expect(Object.values(workerEnvironment(stack, careless))).not.toContain('session')
  })

  it('keeps what is not ours and replaces what is', () => {
    expect(workerEnvironment(stack, careless)).toMatchObject({ PATH: '/bin', DATABASE_URL: stack.databaseUrl })
  })

  it('seeds against the sandbox unless a Fivetran address is given', () => {
    expect(seedEnvironment(stack, {}).FIVETRAN_BASE_URL).toBe(stack.sandboxOrigin)
    expect(seedEnvironment(stack, { FIVETRAN_BASE_URL: 'https://fivetran.test' }).FIVETRAN_BASE_URL).toBe(
      'https://fivetran.test',
    )
  })
})
