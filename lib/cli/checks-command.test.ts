import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli'

async function run(args: string[], input: unknown) {
  async function* stdin() {
    yield Buffer.from(typeof input === 'string' ? input : JSON.stringify(input))
  }
  const texts = { out: '', err: '' }
  const sink = (key: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        texts[key] += String(chunk)
        done()
      },
    })
  const code = await runCli(['checks', ...args], { stdin: stdin(), stdout: sink('out'), stderr: sink('err') })
  return { code, ...texts }
}

const profile = {
  schema: 'main',
  table: 'orders',
  rows: 200,
  syncedAfter: null,
  sample: null,
  newestSyncedAt: null,
  deletedRows: null,
  key: { columns: ['id'], duplicateRows: 0, shareOfKeys: 1 },
  columns: [],
  faults: [],
}

describe('headgate checks suggest', () => {
  it('gives what a profile speaks for, with what the past would have said', async () => {
    const { code, out } = await run(['suggest'], profile)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      { check: 'id is unique', promised: '0 doubles', backTest: { told: 1, alarms: 0, alarmsPerMonth: null } },
      { check: 'the table has 100 to 400 rows' },
    ])
    expect((await run(['suggest', '--text'], profile)).out).toMatch(/^id is unique \(0 doubles\)\n/)
  })
  it('says what it cannot read', async () => {
    expect(await run(['suggest'], { ...profile, rows: 'many' })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^standard input: rows/),
    })
    expect(await run(['forget'], profile)).toMatchObject({ code: 1 })
    expect(await run(['suggest', 'no-such.json'], profile)).toMatchObject({ code: 1 })
  })
})
