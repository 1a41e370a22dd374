import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DEMO_SCENARIO, loadScenario } from '@/sandbox/scenarios/load-scenario'
import { startTestSandbox } from './start-test-sandbox'

it('plays the built-in timeline from start to end', async () => {
  const test = await startTestSandbox({ scenario: await loadScenario(DEMO_SCENARIO) })
  const titles: unknown[] = []
  for (;;) {
    const { body } = await test.command('POST', '/scenario/step')
    if (body.step === null) break
    titles.push(body.title)
  }
  expect(titles).toHaveLength(7)
  const log = (await test.command('GET', '/log')).body.items as { actor: string; effect: string[] }[]
  expect(log.filter(({ actor }) => actor === 'ui')).toMatchObject([
    { effect: ['public.customer.marketing_opt_in enabled true -> false'] },
  ])
  await test.command('POST', '/reset')
  expect((await test.command('GET', '/scenario')).body).toMatchObject({ nextStep: 1 })
  await test.close()
})

it('keeps everything over a restart', async () => {
  await mkdir('.data', { recursive: true })
  const folder = await mkdtemp(join('.data', 'sandbox-test-'))
  const stateFile = join(folder, 'state.json')
  const first = await startTestSandbox({ stateFile })
  await first.api('PATCH', '/v1/connections/shop_orchard/schemas', { schema_change_handling: 'BLOCK_ALL' })
  await first.command('POST', '/clock', { advanceMs: 3_600_000 })
  const log = (await first.command('GET', '/log')).body
  await first.close()

  const second = await startTestSandbox({ stateFile })
  expect((await second.command('GET', '/log')).body).toEqual(log)
  expect((await second.api('GET', '/v1/connections/shop_orchard/schemas')).body.data).toMatchObject({
    schema_change_handling: 'BLOCK_ALL',
  })
  expect((await second.command('GET', '/state')).body).toMatchObject({ clockOffsetMs: 3_600_000 })
  await second.close()
  await rm(folder, { recursive: true })
})

it('logs an edit behind our back once, as a person', async () => {
  const test = await startTestSandbox()
  const path = '/v1/connections/shop_orchard/schemas/public/tables/note'
  expect((await test.command('POST', '/edit', { path, body: { enabled: false } })).status).toBe(200)
  expect((await test.command('GET', '/log')).body.items).toMatchObject([
    { actor: 'ui', method: 'PATCH', path, body: { enabled: false } },
  ])
  expect((await test.command('POST', '/edit', { path: '/v1/connections/nope', body: {} })).status).toBe(404)
  await test.close()
})
