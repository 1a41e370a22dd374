import { describe, expect, it } from 'vitest'
import { readConnectionList } from '../read-connection-list'
import { connectionShape } from './connection-shape'
import { schemaConfigShape, sourceColumnsShape } from './schema-config-shape'

const minimal = { id: 'c1', group_id: 'g1', service: 'salesforce', schema: 'sf' }

describe('connectionShape', () => {
  it('reads what the service sends, in whatever case', () => {
    const connection = connectionShape.parse({
      ...minimal,
      paused: true,
      sync_frequency: '360',
      schedule_type: 'MANUAL',
      succeeded_at: '2024-12-01T15:43:29.013729Z',
      failed_at: null,
      config: ['anything', { at: 'all' }],
      status: {
        setup_state: 'CONNECTED',
        sync_state: 'Rescheduled',
        update_state: 'delayed',
        is_historical_sync: true,
        rescheduled_for: '2024-12-01T16:00:00',
        tasks: [{ code: 'reconnect', message: 'Reconnect', details: [1] }, 'odd', { message: 'no code' }],
        warnings: null,
      },
    })
    expect(connection).toEqual({
      externalId: 'c1',
      groupId: 'g1',
      service: 'salesforce',
      schemaName: 'sf',
      paused: true,
      syncFrequencyMinutes: 360,
      scheduleKind: 'manual',
      setupState: 'connected',
      syncState: 'rescheduled',
      isDelayed: true,
      isHistoricalSync: true,
      succeededAt: new Date('2024-12-01T15:43:29.013Z'),
      failedAt: null,
      rescheduledFor: new Date('2024-12-01T16:00:00Z'),
      tasks: [
        { code: 'reconnect', message: 'Reconnect' },
        { code: 'unknown', message: 'no code' },
      ],
      warnings: [],
    })
  })

  it('says unknown where nothing is said', () => {
    expect(connectionShape.parse(minimal)).toMatchObject({
      paused: false,
      setupState: 'unknown',
      syncState: 'unknown',
      scheduleKind: 'unknown',
    })
  })
})

describe('readConnectionList', () => {
  it('reports one broken item and keeps the others', () => {
    const { connections, unreadable } = readConnectionList([
      minimal,
      { ...minimal, id: 'c2', succeeded_at: 'yesterday' },
      null,
      { ...minimal, id: 'c3' },
    ])
    expect(connections.map(({ externalId }) => externalId)).toEqual(['c1', 'c3'])
    expect(unreadable).toEqual([
      { externalId: 'c2', reason: 'succeeded_at: "yesterday" is not an instant' },
      { externalId: null, reason: expect.any(String) },
    ])
  })

  it('counts an object on two pages once', () => {
    expect(readConnectionList([minimal, { ...minimal, paused: true }]).connections).toMatchObject([{ paused: true }])
  })
})

describe('schemaConfigShape', () => {
  it.each([[{}], [null], [undefined], [{ schemas: {} }], [{ schemas: null }]])('takes %j for absent', (body) => {
    expect(schemaConfigShape.parse(body)).toBe('absent')
  })

  it('keeps a config without schemas when it says how changes are handled', () => {
    expect(schemaConfigShape.parse({ schema_change_handling: 'allow_columns' })).toEqual({
      changeHandling: 'allow-columns',
      typeLocked: null,
      schemas: {},
    })
  })

  it('reads trees with missing columns and unknown fields, casing and locks', () => {
    const config = schemaConfigShape.parse({
      schema_change_handling: 'Block_All',
      is_type_locked: true,
      whatever: 1,
      schemas: {
        Public: {
          name_in_destination: 'pg_public',
          enabled: true,
          tables: {
            Users: {
              enabled: false,
              sync_mode: 'history',
              supports_columns_config: false,
              enabled_patch_settings: { allowed: false, reason_code: 'SYSTEM_TABLE' },
            },
            __proto__x: {
              enabled: true,
              columns: {
                constructor: {
                  enabled: true,
                  hashed: true,
                  is_primary_key: false,
                  enabled_patch_settings: { allowed: false, reason_code: 'NOVEL', reason: 'because' },
                },
              },
            },
          },
        },
        empty: null,
      },
    })
    expect(config).toEqual({
      changeHandling: 'block-all',
      typeLocked: true,
      schemas: {
        Public: {
          destinationName: 'pg_public',
          enabled: true,
          tables: {
            Users: {
              destinationName: 'Users',
              enabled: false,
              syncMode: 'history',
              lock: { code: 'system', reason: null },
              supportsColumns: false,
              columns: {},
            },
            __proto__x: {
              destinationName: '__proto__x',
              enabled: true,
              syncMode: null,
              lock: null,
              supportsColumns: true,
              columns: {
                constructor: {
                  destinationName: 'constructor',
                  enabled: true,
                  hashed: true,
                  primaryKey: false,
                  lock: { code: 'other', reason: 'because' },
                },
              },
            },
          },
        },
      },
    })
  })

  it('refuses a tree whose change handling cannot be known', () => {
    expect(schemaConfigShape.safeParse({ schema_change_handling: 'LATER', schemas: { a: {} } }).success).toBe(false)
    expect(schemaConfigShape.parse({ enable_new_by_default: true, schemas: { a: {} } })).toMatchObject({
      changeHandling: 'allow-all',
    })
  })
})

describe('sourceColumnsShape', () => {
  it.each([[{}], [null], [{ columns: null }]])('reads %j as no columns', (body) => {
    expect(sourceColumnsShape.parse(body)).toEqual({})
  })
})
