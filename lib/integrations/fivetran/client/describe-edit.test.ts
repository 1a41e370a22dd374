import { describe, expect, it } from 'vitest'
import { InvalidRequestError } from '../errors'
import type { ConnectionEdit } from '../port'
import { describeEdit } from './describe-edit'

type SchemaConfigEdit = Extract<ConnectionEdit, { kind: 'schema-config' }>
const edit = (parts: Partial<SchemaConfigEdit>): SchemaConfigEdit => ({
  kind: 'schema-config',
  columns: [],
  tables: [],
  schemas: [],
  ...parts,
})
const email = { schema: 'crm', table: 'contact', column: 'email', enabled: true }
const phone = { ...email, column: 'phone', enabled: false }

describe('describeEdit', () => {
  it('sends one column to the column itself', () => {
    expect(describeEdit('c1', edit({ columns: [{ ...email, hashed: true }] }))).toEqual({
      method: 'PATCH',
      path: '/v1/connections/c1/schemas/crm/tables/contact/columns/email',
      body: { enabled: true, hashed: true },
    })
    expect(describeEdit('c1', edit({ columns: [{ ...email, primaryKey: true }] })).body).toEqual({
      enabled: true,
      is_primary_key: true,
    })
  })

  it('sends several columns of one table to the table, without the table’s own enabled', () => {
    expect(describeEdit('c1', edit({ columns: [{ ...email, hashed: true }, phone] }))).toEqual({
      method: 'PATCH',
      path: '/v1/connections/c1/schemas/crm/tables/contact',
      body: { columns: { email: { enabled: true, hashed: true }, phone: { enabled: false } } },
    })
  })

  it('sends a table’s settings with one of its columns to the table', () => {
    const tables = [{ schema: 'crm', table: 'contact', enabled: true, syncMode: 'history' as const }]
    expect(describeEdit('c1', edit({ tables, columns: [email] }))).toEqual({
      method: 'PATCH',
      path: '/v1/connections/c1/schemas/crm/tables/contact',
      body: { enabled: true, sync_mode: 'HISTORY', columns: { email: { enabled: true } } },
    })
  })

  it('sends anything wider as a partial tree', () => {
    const wide = edit({
      columns: [email],
      tables: [{ schema: 'crm', table: 'lead', enabled: false }],
      schemas: [{ schema: 'audit', enabled: false }],
      changeHandling: 'block-all',
    })
    expect(describeEdit('c1', wide)).toEqual({
      method: 'PATCH',
      path: '/v1/connections/c1/schemas',
      body: {
        schemas: {
          audit: { enabled: false },
          crm: { tables: { lead: { enabled: false }, contact: { columns: { email: { enabled: true } } } } },
        },
        schema_change_handling: 'BLOCK_ALL',
      },
    })
  })

  it('sends a change handling alone without a tree', () => {
    expect(describeEdit('c1', edit({ changeHandling: 'allow-columns' })).body).toEqual({
      schema_change_handling: 'ALLOW_COLUMNS',
    })
  })

  it('pauses without running the set-up tests', () => {
    expect(describeEdit('c1', { kind: 'pause', paused: true })).toEqual({
      method: 'PATCH',
      path: '/v1/connections/c1',
      body: { paused: true, run_setup_tests: false },
    })
  })

  it('gathers the tables to re-sync by schema, each once', () => {
    const tables = [
      { schema: 'crm', table: 'lead' },
      { schema: 'crm', table: 'lead' },
      { schema: 'audit', table: 'log' },
    ]
    expect(describeEdit('c1', { kind: 'resync-tables', tables })).toEqual({
      method: 'POST',
      path: '/v1/connections/c1/schemas/tables/resync',
      body: { crm: ['lead'], audit: ['log'] },
    })
  })

  it('keeps names with slashes, percent signs and dots as they are', () => {
    const odd = { ...email, schema: 'a/../b', table: '50%', column: 'Straße ?' }
    expect(describeEdit('c1', edit({ columns: [odd] })).path).toBe(
      '/v1/connections/c1/schemas/a%2F..%2Fb/tables/50%25/columns/Stra%C3%9Fe%20%3F',
    )
  })

  it('names in the body what no path can name', () => {
    expect(describeEdit('c1', edit({ columns: [{ ...email, column: '..' }] })).path).toBe(
      '/v1/connections/c1/schemas/crm/tables/contact',
    )
    expect(describeEdit('c1', edit({ columns: [{ ...email, table: '..' }] }))).toMatchObject({
      path: '/v1/connections/c1/schemas',
      body: { schemas: { crm: { tables: { '..': { columns: { email: { enabled: true } } } } } } },
    })
    expect(() => describeEdit('..', { kind: 'pause', paused: true })).toThrow(InvalidRequestError)
  })

  it('treats __proto__ and constructor as the names they are', () => {
    const columns = [
      { ...email, table: '__proto__', column: '__proto__' },
      { ...email, column: 'constructor' },
    ]
    expect(JSON.stringify(describeEdit('c1', edit({ columns })).body)).toBe(
      '{"schemas":{"crm":{"tables":{"__proto__":{"columns":{"__proto__":{"enabled":true}}},"contact":{"columns":{"constructor":{"enabled":true}}}}}}}',
    )
  })

  it('refuses an edit that changes nothing', () => {
    expect(() => describeEdit('c1', edit({}))).toThrow(InvalidRequestError)
    expect(() => describeEdit('c1', edit({ tables: [{ schema: 'crm', table: 'lead' }] }))).toThrow(InvalidRequestError)
    expect(() => describeEdit('c1', { kind: 'resync-tables', tables: [] })).toThrow(InvalidRequestError)
  })
})
