import { describe, expect, it } from 'vitest'
import type { CheckRow } from '@/lib/capabilities/quality/contract'
import { checksToCsv, checksToJson } from './prepare-checks-file'

const check: CheckRow = {
  id: '1',
  connection: { id: 'c', name: '=cmd()', service: 'postgres' },
  owner: null,
  schema: 'public',
  table: 'or,der',
  title: '`a"b` is not empty',
  bound: '100 %',
  terms: {
    promise: { kind: 'not-null', column: 'a"b', failingShareMax: 0 },
    severity: 'fail',
    blocking: false,
    runs: 'after-sync',
  },
  acceptedAt: '2026-11-25T00:00:00Z',
  acceptedBy: 'Ada',
  proposalId: 'p',
  retired: null,
  state: 'not-run',
  since: null,
  recovered: null,
  last: null,
  strip: [],
}

describe('checks as a file', () => {
  it('quotes what needs it and lets no name become a formula', () => {
    const [, row] = checksToCsv([check]).split('\r\n')
    expect(row).toBe(`'=cmd(),public,"or,der","a""b is not empty",100 %,fail,false,not-run,,,,,`)
  })
  it('says the same as JSON, with what is not known as null', () => {
    expect(JSON.parse(checksToJson([check]))).toMatchObject([{ connection: '=cmd()', found: null, blocking: false }])
  })
})
