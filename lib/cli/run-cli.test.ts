import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli'

/** Runs a command on bytes as standard input, in small pieces. */
async function run(args: string[], input: string | Uint8Array) {
  const bytes = typeof input === 'string' ? Buffer.from(input) : Buffer.from(input)
  async function* stdin() {
    for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000)
  }
  const texts = { out: '', err: '' }
  const sink = (key: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        texts[key] += String(chunk)
        done()
      },
    })
  const code = await runCli(args, { stdin: stdin(), stdout: sink('out'), stderr: sink('err') })
  const lines = texts.out.split('\n').filter((line) => line.startsWith('{'))
  return {
    code,
    ...texts,
    lines: lines.flatMap((line) => (line === '{' ? [] : [JSON.parse(line) as Record<string, unknown>])),
  }
}

const schema = (columns: object) => ({ tables: { t: { columns, primaryKey: [] } } })
const text = { type: 'text', nullable: true }

describe('runCli', () => {
  it.each(['diff', 'classify', 'infer', 'names', 'match', 'drift'])('%s explains itself', async (command) => {
    const { code, out } = await run([command, '--help'], '')
    expect([code, out.startsWith(`Usage: headgate ${command}`)]).toEqual([0, true])
  })

  it('lists the commands, and refuses others', async () => {
    expect((await run(['--help'], '')).code).toBe(0)
    expect(await run(['dif'], '')).toMatchObject({ code: 1, err: expect.stringContaining('There is no command dif') })
    expect(await run(['diff', '--nope'], '')).toMatchObject({ code: 1, err: expect.stringContaining('--nope') })
  })

  it('answers lines in order, a bad one in its place', async () => {
    const good = (id: number) =>
      JSON.stringify({ id, before: schema({ a: text }), after: schema({ a: text, b: text }) })
    const { code, lines, err } = await run(['diff', '--batch'], `${good(1)}\n\n{"id":2,"before":{}}\n{oops\n${good(4)}`)
    expect(lines.map(({ id, error }) => [id, error])).toEqual([
      [1, undefined],
      [2, 'standard input:3: before.tables: is missing'],
      [undefined, expect.stringMatching(/^standard input:4:2: /)],
      [4, undefined],
    ])
    expect(code).toBe(1)
    expect(err.split('\n')).toHaveLength(3)
  })

  it('tells by its code whether anything changed', async () => {
    const pair = (after: object) => JSON.stringify({ before: schema({ a: text }), after: schema(after) })
    expect((await run(['diff'], pair({ a: text }))).code).toBe(0)
    expect((await run(['diff'], pair({ b: { type: 'int' } }))).code).toBe(2)
    expect((await run(['diff', '--batch'], pair({ b: { type: 'int' } }))).code).toBe(2)
    const full = JSON.parse((await run(['diff', '--full'], pair({}))).out) as {
      changes: { kind: string; severity: string }[]
    }
    expect(full.changes[0]).toMatchObject({ kind: 'column-removed', severity: 'breaking' })
  })

  it.each([
    ['{"a":1,"a":2}', 'standard input:1: `a` is there twice'],
    ['{"a":{"b":1,\n"b":2}}', 'standard input:2: `a.b` is there twice'],
    [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'standard input:1: the value is nested deeper than 200 levels'],
    [`{"before":${'{"x":'.repeat(10_000)}1${'}'.repeat(10_001)}`, 'is nested deeper than 200 levels'],
    ['{"before":', 'standard input:1:11: the JSON text ends too early'],
    ['[1]', 'standard input:1: before'],
    ['', 'the JSON text ends too early'],
  ])('%.40s is refused: %s', async (input, message) => {
    const { code, err } = await run(['diff'], input)
    expect([code, err]).toEqual([1, expect.stringContaining(message)])
  })

  it('refuses bytes that are no text, with their line, and reads UTF-16', async () => {
    const latin = Buffer.concat([Buffer.from('{"a":1}\n{"name":"M'), Buffer.from([0xfc]), Buffer.from('ller"}\n')])
    expect(await run(['infer'], latin)).toMatchObject({ code: 1, err: 'standard input:2: not UTF-8 text\n' })
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"path":["aB"]}', 'utf16le')])
    expect(await run(['names'], wide)).toMatchObject({ code: 0, out: expect.stringContaining('"a_b"') })
  })

  it('reads records as lines, array, envelope and CSV alike', async () => {
    const records = [
      { id: '1', when: '2024-01-01' },
      { id: '2', when: '2024-01-02' },
    ]
    const inputs = [
      records.map((one) => JSON.stringify(one)).join('\n'),
      JSON.stringify(records),
      JSON.stringify({ id: 9, name: 'x', records }),
    ]
    for (const input of inputs) {
      const { code, out } = await run(['infer'], input)
      const answer = JSON.parse(out) as { primaryKey: string[]; fields: object[] }
      expect([code, answer.primaryKey, answer.fields.length]).toEqual([0, ['id'], 2])
    }
    const csv = JSON.parse((await run(['infer'], 'id,when\n1,2024-01-01\n2,\n')).out) as { fields: object[] }
    expect(csv.fields).toEqual([
      { path: 'id', type: 'integer', nullable: false, logicalType: 'INT' },
      { path: 'when', type: 'date', nullable: true, logicalType: 'LOCALDATE' },
    ])
  })

  it.each(['schema-config', 'connector-sdk', 'function', 'dbt'])('renders %s', async (kind) => {
    const { code, out } = await run(
      ['infer', '--ddl', '--render', kind],
      'create table t (id int primary key, email text)',
    )
    expect([code, out.length > 20]).toEqual([0, true])
  })

  it('answers the other commands line by line', async () => {
    const named = await run(['names', '--batch'], '{"id":1,"path":["address","line1"]}\n{"id":2,"path":[]}')
    expect(named.lines).toEqual([
      { id: 1, name: 'address_line_1' },
      { id: 2, error: expect.stringContaining('path') },
    ])
    const standard = await run(
      ['names', '--standard', '--batch'],
      '{"table":"order","columns":[{"name":"acct_id"}],"glossary":{"acct":"ledger"}}',
    )
    expect(standard.lines[0]).toMatchObject({
      columns: [
        { name: 'acct_id', proposals: expect.arrayContaining([expect.objectContaining({ name: 'ledger_id' })]) },
      ],
    })
    const classified = await run(
      ['classify', '--batch'],
      '{"id":3,"table":"user","columns":[{"name":"mail","samples":["a@b.example",null]},{"name":"n"}]}',
    )
    expect(classified.lines[0]).toMatchObject({
      id: 3,
      columns: [
        { name: 'mail', class: 'email' },
        { name: 'n', class: null },
      ],
    })
    const matched = await run(
      ['match', '--batch'],
      '{"id":4,"source":[{"name":"zip"}],"target":[{"name":"postal_code"}]}',
    )
    expect(matched.lines[0]).toMatchObject({ id: 4, matches: [{ source: 'zip', target: 'postal_code' }] })
  })
})
