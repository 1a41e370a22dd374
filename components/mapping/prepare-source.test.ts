import { describe, expect, it } from 'vitest'
import { faultLine, findLine, formatBytes, guessKind, sourceNameOf } from './prepare-source'

describe('guessKind', () => {
  it.each([
    ['orders.sql', 'anything', 'ddl'],
    ['orders.csv', 'create,table', 'records'],
    [null, '-- the shop\ncreate table t (id int)', 'ddl'],
    [null, '{"openapi": "3.1.0"}', 'openapi'],
    ['orders.json', '{"$schema": "x"}', 'openapi'],
    [null, '{"id": 1}', 'records'],
    [null, '[{"id": 1}]', 'records'],
    [null, 'id,name', null],
  ])('takes %s %j for %s', (name, text, kind) => expect(guessKind(name, text)).toBe(kind))
})

describe('a text', () => {
  it('is named after its file', () => {
    expect(sourceNameOf('C:\\in\\orders.v2.ndjson')).toBe('orders.v2')
    expect(sourceNameOf('.json')).toBe('.json')
  })

  it('has a size', () => expect([812, 12_700, 8_283_750].map(formatBytes)).toEqual(['812 B', '12.4 KiB', '7.9 MiB']))

  it('has lines', () => {
    expect(findLine('a\nbc\nd', 2)).toEqual({ from: 2, to: 4 })
    expect(findLine('a\nbc\nd', 3)).toEqual({ from: 5, to: 6 })
    expect(findLine('a', 2)).toBeNull()
  })

  it('is refused at a line, or elsewhere', () => {
    expect(faultLine({ detail: { issues: [{ path: 'line 12', message: 'x' }] } })).toBe(12)
    expect(faultLine({ detail: { issues: [{ path: '#/a', message: 'x' }] } })).toBeNull()
    expect(faultLine({ detail: null })).toBeNull()
  })
})
