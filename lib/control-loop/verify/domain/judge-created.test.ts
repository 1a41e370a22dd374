import { expect, it } from 'vitest'
import { planSteps } from '@/lib/control-loop/apply/domain/plan-steps'
import type { Action, CreateConnection } from '@/lib/control-loop/proposal/domain/action'
import { judgeCreated } from './judge-created'

const create: CreateConnection = {
  kind: 'create-connection',
  groupId: 'g',
  destination: 'Warehouse',
  service: 'google_sheets',
  name: 'shop',
  part: 'budget',
  paused: true,
  address: null,
}
const presets: Action[] = [
  { kind: 'preset-table', schema: 'public', table: 'customer', enabled: true, syncMode: null },
  { kind: 'preset-column', schema: 'public', table: 'customer', column: 'email', enabled: true, hashed: true },
]
const plan = planSteps([create, ...presets], { paused: null, changeHandling: null, objects: [] }, 'shop')
const live = { groupId: 'g', service: 'google_sheets', schemaName: 'shop.budget', paused: true, succeededAt: null }

it('holds when the connection is as approved, its settings counted by table', () => {
  const checks = judgeCreated(create, plan, live)
  expect(checks.map(({ outcome }) => outcome)).toEqual(Array(6).fill('held'))
  expect(checks.at(-1)?.check).toBe('public.customer: 2 settings as approved')
})

it.each([
  [{ paused: false }, 'Paused is yes'],
  [{ service: 'mysql' }, 'The type is google_sheets'],
  [{ groupId: 'other' }, 'The destination is g'],
  [{ succeededAt: new Date(0) }, 'Synced is no'],
  [{ schemaName: 'shop' }, 'The name is shop.budget'],
])('%o breaks %s', (part, check) => {
  const broken = judgeCreated(create, plan, { ...live, ...part }).filter(({ outcome }) => outcome === 'broken')
  expect(broken.map((one) => one.check)).toEqual([check])
})
