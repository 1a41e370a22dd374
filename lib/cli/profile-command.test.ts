import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testFolder } from '@/lib/platform/config/test-folder'
import { runCli } from './run-cli'

const folder = mkdtempSync(join(testFolder(), 'profile-'))
const file = join(folder, 'people.csv')

async function run(...args: string[]) {
  const texts = { out: '', err: '' }
  const sink = (key: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        texts[key] += String(chunk)
        done()
      },
    })
  const code = await runCli(['profile', ...args], {
    stdin: Readable.from([]),
    stdout: sink('out'),
    stderr: sink('err'),
  })
  return { code, ...texts }
}

describe('headgate profile', () => {
  beforeAll(() => {
    const rows = Array.from(
      { length: 100 },
      (_, row) =>
        `${row % 99},${row % 2 ? 'new' : 'old'},p${row}@x.org,2026-01-01T00:00:${String(row % 60).padStart(2, '0')}Z`,
    )
    writeFileSync(file, `id,state,mail,_fivetran_synced\n${rows.join('\n')}\n`)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('answers in JSON, and shows nothing of a sensitive column', async () => {
    const { code, out } = await run(file, '--key', 'id', '--sensitive', 'mail')
    const profile = JSON.parse(out)
    expect([code, profile.rows, profile.table, profile.key.duplicateRows, profile.faults]).toEqual([
      0,
      100,
      'people',
      1,
      [],
    ])
    expect(profile.columns.map(({ column, kind }: Record<string, string>) => [column, kind])).toEqual([
      ['id', 'number'],
      ['state', 'text'],
      ['mail', 'text'],
      ['_fivetran_synced', 'moment'],
    ])
    expect(profile.columns[2]).toMatchObject({
      distinct: { count: 100 },
      min: null,
      topValues: null,
      masks: {
        masks: [
          { mask: 'a99@a.a+', rows: 90 },
          { mask: 'a9@a.a+', rows: 10 },
        ],
      },
    })
    expect(out).not.toContain('@x.org')
  })

  it('answers in lines that a person can read', async () => {
    const { out } = await run(
      file,
      '--text',
      '--columns',
      'id,state',
      '--key',
      'id',
      '--since',
      '2026-01-01T00:00:39.5Z',
    )
    expect(out.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
      'main.people: 20 rows',
      'Key id: 0 duplicate rows.',
      'Newest row synced at 2026-01-01T00:00:59.000Z.',
      '',
      'column | type | nulls | distinct | min | median | max | mean | most frequent',
      'id | bigint | 0 | 20 | 40 | 49 | 59 | 49.5 | ·',
      'state | varchar | 0 | 2 | new | · | old | · | new (50.0 %)',
      '',
    ])
  })

  it.each([
    [['people.txt'], 'must end in'],
    [['absent.csv'], 'no such file'],
    [[], 'Name one file'],
    [['x.duckdb'], 'no such file'],
    [[file, '--since', 'soon'], 'not an instant'],
    [[file, '--memory', '1'], 'megabytes'],
    [[file, '--batch'], 'one table at a time'],
  ])('refuses %j', async (args, words) => {
    expect(await run(...args)).toMatchObject({ code: 1, out: '', err: expect.stringContaining(words) })
  })

  it('names a file that is not what its name says', async () => {
    const bad = join(folder, 'bad.parquet')
    writeFileSync(bad, 'no parquet')
    expect(await run(bad)).toMatchObject({ code: 1, err: expect.stringContaining('bad.parquet') })
  })
})
