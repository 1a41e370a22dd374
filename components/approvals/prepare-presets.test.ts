import { expect, it } from 'vitest'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { preparePresets } from './prepare-presets'

const at = { schema: 'public', table: 'customer' }
const actions: Action[] = [
  { kind: 'preset-change-handling', changeHandling: 'allow-columns' },
  { kind: 'preset-table', ...at, enabled: true, syncMode: 'history' },
  { kind: 'preset-column', ...at, column: 'id', enabled: true, hashed: false },
  { kind: 'preset-column', ...at, column: 'note', enabled: false, hashed: false },
  { kind: 'preset-column', ...at, column: 'email', enabled: true, hashed: true },
  { kind: 'preset-table', schema: 'public', table: 'audit', enabled: false, syncMode: null },
]

it('gathers settings by table, what needs a second look first', () => {
  expect(preparePresets(actions)).toEqual([
    {
      path: 'public.customer',
      isSynced: true,
      syncMode: 'history',
      summary: '3 columns: 1 synced, 1 hashed, 1 left out',
      columns: [
        { name: 'email', setting: 'hashed' },
        { name: 'note', setting: 'left out' },
        { name: 'id', setting: 'synced' },
      ],
    },
    { path: 'public.audit', isSynced: false, syncMode: null, summary: 'left out', columns: [] },
  ])
})
