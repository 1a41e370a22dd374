import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli'

async function run(args: string[], input: string) {
  const bytes = Buffer.from(input)
  async function* stdin() {
    for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16))
  }
  const texts = { out: '', err: '' }
  const sink = (key: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        texts[key] += String(chunk)
        done()
      },
    })
  const code = await runCli(['drift', ...args], { stdin: stdin(), stdout: sink('out'), stderr: sink('err') })
  return { code, ...texts }
}

const linesOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
const count = (n: number, from: number) => Array.from({ length: n }, (_, at) => ((at * 617) % 1009) / 100 + from)
const line = (id: unknown, current: unknown, kind = 'numeric') =>
  JSON.stringify({ id, kind, baseline: count(1000, 0), current })

describe('headgate drift', () => {
  it('answers one column with every statistic, and tells by its code what it found', async () => {
    const still = await run([], line('s', count(1000, 0)))
    expect([still.code, JSON.parse(still.out)]).toEqual([
      0,
      {
        id: 's',
        ks: { statistic: 0, p: 1 },
        wasserstein: 0,
        psi: 0,
        js: 0,
        chi2: { statistic: null, p: null, dof: null },
        nulls: { baselineRate: 0, currentRate: 0 },
        verdict: 'stable',
        score: 0,
        why: expect.stringContaining('could go unseen'),
      },
    ])
    const moved = await run([], line('m', [...count(900, 1), null]))
    expect(moved.code).toBe(2)
    expect(JSON.parse(moved.out)).toMatchObject({
      id: 'm',
      verdict: 'drift',
      why: expect.stringMatching(/median .* → /),
    })
    expect(await run([], line(1, count(400, 9)))).toMatchObject({
      code: 0,
      out: expect.stringContaining('cannot-tell'),
    })
    const categories = await run(
      [],
      JSON.stringify({ kind: 'categorical', baseline: ['a', 'b', null], current: ['a', 1] }),
    )
    expect(JSON.parse(categories.out)).toMatchObject({
      ks: { statistic: null, p: null },
      wasserstein: null,
      chi2: { dof: 2 },
    })
    expect(JSON.parse(categories.out)).not.toHaveProperty('id')
  })

  it('answers lines in order, a bad one in its place with its line and field', async () => {
    const input = [
      line(1, count(900, 0)),
      line(2, [1, 'x']),
      '{"id":3,"kind":"numeric","baseline":[NaN]}',
      line(4, [1], 'text'),
      '{"id":5,"kind":"numeric","baseline":[]}',
      '{"id":6,"kind":"numeric","baseline":[1e999],"current":[]}',
    ]
    const { code, out, err } = await run(['--batch'], input.join('\n'))
    expect(code).toBe(1)
    expect(linesOf(out).map(({ id, error }) => [id, error])).toEqual([
      [1, undefined],
      [2, 'standard input:2: current.1: is the text "x", not a finite number'],
      [undefined, expect.stringMatching(/^standard input:3:\d+: /)],
      [4, 'standard input:4: kind: is neither numeric nor categorical'],
      [5, 'standard input:5: current: is missing'],
      [6, 'standard input:6: baseline.0: is beyond the range of numbers, not a finite number'],
    ])
    expect(err.trim().split('\n')).toHaveLength(5)
  })

  it('corrects across the lines of a table, or for the columns one was picked from', async () => {
    // A shift that one column by itself shows, and one of a hundred does not.
    const weak = line(
      'weak',
      count(1000, 0).map((value, at) => (at % 9 === 0 ? value + 3.3 : value)),
    )
    expect((await run([], weak)).code).toBe(2)
    expect((await run(['--columns', '100'], weak)).code).toBe(0)
    const table = [weak, ...Array.from({ length: 99 }, (_, at) => line(at, count(1000, 0))), '{"id":"bad"}'].join('\n')
    const { code, out } = await run(['--table'], table)
    const answers = linesOf(out)
    expect([code, answers.length]).toEqual([1, 101])
    expect(answers[0]).toMatchObject({ id: 'weak', verdict: 'stable' })
    expect(answers[100]).toEqual({ id: 'bad', error: expect.stringContaining('standard input:101: kind') })
  })

  it('lets those who know better say how few rows will do, and refuses options that cannot be', async () => {
    const few = line('few', count(100, 9))
    expect((await run(['--rows-min', '50'], few)).code).toBe(2)
    for (const args of [
      ['--level', '2'],
      ['--columns', '0'],
      ['--rows-min', '3'],
      ['--columns', 'x'],
    ])
      expect(await run(args, few)).toMatchObject({
        code: 1,
        err: expect.stringContaining(`${args[0]} cannot be ${args[1]}`),
      })
  })
})
