import { describe, expect, it } from 'vitest'
import { MappingInputError } from '@/lib/capabilities/mapping/domain/inferred-table'
import { proposeMapping } from '@/lib/capabilities/mapping/domain/proposal/propose-mapping'
import { blankSource } from './blank-source'
import type { ReadSourceOutput } from './output'
import { checkSource, keepRead, toInferredTables } from './to-inferred-tables'

const text = 'GET /invoices lists invoices: id, number, customer.email, updated_at. Customers have id and name.'
const field = (name: string, type: 'string' | 'timestamp' = 'string') => ({
  name,
  type,
  nullable: true,
  description: '',
})
const invoices: ReadSourceOutput['tables'][number] = {
  name: 'invoices',
  fields: [field('id'), field('number'), field('customer.email'), field('updated_at', 'timestamp')],
  key: ['id'],
  cursor: 'updated_at',
  syncMode: 'soft-delete',
  references: [],
}

describe('toInferredTables', () => {
  it('gives tables that the mapping capability maps by its own rules', () => {
    const tables = toInferredTables(keepRead({ tables: [invoices] }, text))
    expect(tables[0]).toMatchObject({ name: 'invoices', primaryKey: ['id'] })
    expect(tables[0]?.cursors[0]).toMatchObject({ column: 'updated_at' })
    const { tables: mapped } = proposeMapping(tables, {
      schema: 'billing',
      rules: 'application',
      classify: () => ({ class: null, sensitive: false, secret: false, reason: null }),
    })
    expect(mapped[0]).toMatchObject({ key: ['id'], load: 'incremental', cursor: 'updated_at' })
  })

  it('leaves out what the text does not have', () => {
    const invented = {
      ...invoices,
      fields: [...invoices.fields, field('iban'), field('id')],
      key: ['iban'],
      cursor: 'x',
    }
    const kept = keepRead({ tables: [invented, { ...invoices, fields: [field('iban')] }] }, text)
    expect(kept.tables).toHaveLength(1)
    expect(kept.tables[0]).toMatchObject({ key: [], cursor: '' })
    const [table] = toInferredTables(kept)
    expect(table?.fields.map(({ path }) => path.join('.'))).toEqual(['id', 'number', 'customer.email', 'updated_at'])
    expect(table?.primaryKey).toEqual(['id'])
    expect(() => toInferredTables(keepRead({ tables: [{ ...invoices, fields: [field('iban')] }] }, text))).toThrow(
      MappingInputError,
    )
  })
})

describe('checkSource', () => {
  it.each<[string, Partial<ReadSourceOutput['tables'][number]>, RegExp]>([
    ['an invented field', { fields: [field('iban')], key: [], cursor: '' }, /`invoices.iban` is not in the text/],
    ['a key that names nothing', { key: ['uuid'] }, /no field `uuid`/],
    ['two fields of one name', { fields: [field('id'), field('id')], cursor: '' }, /two fields of one name/],
    ['no field', { fields: [], key: [], cursor: '' }, /has no field/],
  ])('objects to %s', (_name, part, problem) => {
    expect(checkSource({ tables: [{ ...invoices, ...part }] }, text).join('\n')).toMatch(problem)
  })

  it('has nothing against what the text says', () => {
    expect(checkSource({ tables: [invoices] }, text)).toEqual([])
  })
})

describe('blankSource', () => {
  it('blanks the values of examples and keeps names and types', () => {
    const blanked = blankSource(
      'documentation',
      `{"email": "jane.doe@example.com", "type": "string", 'age': 42, "note": "He said \\"no\\""}`,
    )
    expect(blanked).toBe(`{"email": "***", "type": "string", 'age': 0, "note": "***"}`)
  })

  it('leaves rows out of scripts, and keeps definitions with their comments', () => {
    const blanked = blankSource(
      'ddl',
      `CREATE TABLE person (id int, name text DEFAULT 'Jane Doe');
INSERT INTO person VALUES (1, 'Jane Doe');
COMMENT ON COLUMN person.name IS 'As in the passport';`,
    )
    expect(blanked).not.toContain('Jane Doe')
    expect(blanked).toContain("IS 'As in the passport'")
    expect(blanked).toContain('CREATE TABLE person')
  })
})
