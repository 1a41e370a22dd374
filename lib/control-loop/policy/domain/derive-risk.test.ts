import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { deriveRisk, type RiskSignals } from './derive-risk'

const at = { schema: 'public', table: 'customer', column: 'email' }
const none: RiskSignals = { sensitivePaths: new Set(), severityOfChange: new Map() }
const sensitive = { ...none, sensitivePaths: new Set(['public.customer.email']) }
const required = { ...none, requiredPaths: new Set(['public.customer.email']) }
const include: Action = { kind: 'set-column-enabled', ...at, enabled: true }
const hash: Action = { kind: 'set-column-hashed', ...at, hashed: true }
const accept: Action = { kind: 'accept-changes', changeIds: ['c1'] }
const accepted = (severity: 'safe' | 'dangerous' | 'breaking', kind: string): RiskSignals => ({
  ...none,
  severityOfChange: new Map([['c1', severity]]),
  kindOfChange: new Map([['c1', kind]]),
})

describe('deriveRisk', () => {
  it.each<[string, Action[], RiskSignals, string]>([
    ['including a harmless column', [include], none, 'low'],
    ['including a column that is never empty', [include], required, 'medium'],
    ['including a personal column', [include], sensitive, 'high'],
    ['including a personal column hashed', [include, hash], sensitive, 'medium'],
    ['hashing', [hash], sensitive, 'medium'],
    ['unhashing', [{ ...hash, hashed: false }], none, 'high'],
    ['changing a key', [{ kind: 'set-column-key', ...at, primaryKey: true }], none, 'high'],
    ['excluding a column', [{ ...include, enabled: false }], none, 'medium'],
    [
      'excluding a table',
      [{ kind: 'set-table-enabled', schema: 'public', table: 'customer', enabled: false }],
      none,
      'high',
    ],
    ['a re-sync', [{ kind: 'resync-table', schema: 'public', table: 'customer' }], none, 'high'],
    [
      'opening the handling of new things',
      [{ kind: 'set-change-handling', changeHandling: 'allow-all' }],
      none,
      'high',
    ],
    ['closing it', [{ kind: 'set-change-handling', changeHandling: 'block-all' }], none, 'medium'],
    ['accepting a safe change', [accept], accepted('safe', 'column-added'), 'low'],
    ['accepting a deletion nobody reads', [accept], accepted('safe', 'column-removed'), 'low'],
    ['accepting a deletion', [accept], accepted('breaking', 'column-removed'), 'high'],
    [
      'accepting the old name of a rename',
      [accept, { kind: 'confirm-rename', schema: 'public', table: 'customer', from: 'mail', to: 'email' }],
      accepted('breaking', 'column-removed'),
      'medium',
    ],
    ['accepting another key', [accept], accepted('breaking', 'key-changed'), 'high'],
    ['accepting plain values', [accept], accepted('breaking', 'column-hash-changed'), 'high'],
    ['accepting another type', [accept], accepted('breaking', 'type-changed'), 'medium'],
    ['accepting an unknown change', [{ kind: 'accept-changes', changeIds: ['c9'] }], none, 'medium'],
  ])('rates %s', (_name, actions, signals, risk) => {
    expect(deriveRisk(actions, signals).risk).toBe(risk)
  })

  it('covers inclusion only by a hash of the very same column', () => {
    const elsewhere: Action = { kind: 'set-column-hashed', ...at, table: 'lead', hashed: true }
    expect(deriveRisk([include, elsewhere], sensitive).risk).toBe('high')
  })
})
