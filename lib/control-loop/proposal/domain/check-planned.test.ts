import { expect, it } from 'vitest'
import type { Action, CreateConnection } from './action'
import { checkFeasibility } from './check-feasibility'
import { findCreateFault } from './check-planned'
import { deriveWayBack } from './derive-way-back'
import { describeActions } from './describe-actions'
import { summariseDraft } from './summarise-draft'

const create: CreateConnection = {
  kind: 'create-connection',
  groupId: 'g',
  destination: 'Warehouse',
  service: 'postgres',
  name: 'shop',
  part: null,
  paused: true,
  address: null,
}
const preset: Action = { kind: 'preset-table', schema: 'public', table: 'customer', enabled: true, syncMode: null }
const exclude: Action = { kind: 'set-table-enabled', schema: 'public', table: 'customer', enabled: false }
const tree = { changeHandling: 'allow-all' as const, typeLocked: null, schemas: {} }

it.each([
  ['a database with a prefix', {}, null],
  ['a sheet with its table', { service: 'google_sheets', part: 'budget' }, null],
  ['a sheet without its table', { service: 'google_sheets' }, /also names its table/],
  ['a database with a table', { part: 'customer' }, /names no table/],
  ['a type nobody knows', { service: 'toaster' }, /does not know/],
  ['the service’s own log', { service: 'fivetran_log' }, /does not know/],
  ['capitals', { name: 'Shop' }, /lower-case/],
  ['a digit first', { name: '1shop' }, /lower-case/],
  ['a name too long', { name: 'a'.repeat(64) }, /at most 63/],
  ['a host', { address: { host: 'db.example.com', port: 5432, database: 'shop' } }, null],
  ['a user in the host', { address: { host: 'ada:secret@db', port: 5432, database: 'shop' } }, /without user/],
  ['a connection string', { address: { host: 'postgres://db/shop', port: 5432, database: 'shop' } }, /without user/],
  ['no port', { address: { host: 'db', port: 0, database: 'shop' } }, /port/],
  ['a database with words', { address: { host: 'db', port: 1, database: 'shop password=x' } }, /database/],
  ['a host of what has none', { service: 'salesforce', address: { host: 'db', port: 1, database: 's' } }, /no host/],
] as const)('%s', (_what, part, fault) => {
  const found = findCreateFault({ ...create, ...part })
  if (fault === null) expect(found).toBeNull()
  else expect(found).toMatch(fault)
})

it('creates only what does not exist, and does nothing else to it', () => {
  const actions = [create, preset]
  expect(actions.map((action) => checkFeasibility(action, null, actions).feasible)).toEqual([true, true])
  expect(checkFeasibility(exclude, null, [create, exclude]).feasible).toBe(false)
  expect(checkFeasibility(preset, null, [preset]).feasible).toBe(false)
  expect(actions.map((action) => checkFeasibility(action, tree, actions).feasible)).toEqual([false, false])
  const twice = [create, { ...create, name: 'other' }]
  expect(twice.map((action) => checkFeasibility(action, null, twice).feasible)).toEqual([true, false])
})

it('gives settings beforehand only to what takes them', () => {
  const application = { ...create, service: 'salesforce' }
  expect(checkFeasibility(preset, null, [application, preset])).toMatchObject({
    feasible: false,
    reason: expect.stringContaining('before it has read its source'),
  })
})

it('is told by its name, with a way back that promises no deletion', () => {
  expect(describeActions([create, preset], '')).toEqual({ verb: 'Create postgres connection', path: 'shop' })
  expect(describeActions([preset, { ...preset, table: 'refund' }], 'shop')).toEqual({
    verb: 'Preset 2 tables of',
    path: 'shop',
  })
  expect(summariseDraft([create, preset])).toMatch(/paused, without credentials, and with these settings/)
  expect(deriveWayBack([create, preset])).toMatchObject({
    level: 'forward-only',
    sentence: expect.stringContaining('deletes no'),
  })
})
