import { expect, it } from 'vitest'
import type { Action, CreateConnection } from '@/lib/control-loop/proposal/domain/action'
import { compareBeforeStates } from './compare-before-states'
import { judgeStep } from './judge-step'
import { planSteps } from './plan-steps'
import { plannedState } from './planned-state'

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
const presets: Action[] = [
  { kind: 'preset-table', schema: 'public', table: 'customer', enabled: true, syncMode: 'soft-delete' },
  { kind: 'preset-column', schema: 'public', table: 'customer', column: 'email', enabled: true, hashed: true },
  { kind: 'preset-change-handling', changeHandling: 'allow-columns' },
]
const reviewed = plannedState(create, null, false)
const plan = planSteps([...presets, create], reviewed, 'shop')
const made = { externalId: 'amber_harbor', service: 'postgres', paused: true, succeededAt: null }

it('makes the connection before it sets anything on it, and nothing of it can be reversed', () => {
  expect(plan.map(({ title }) => title)).toEqual(['Create postgres connection shop', 'Preset 1 table of shop'])
  expect(plan[1]?.moves.map(({ after }) => after)).toEqual(['synced, soft-delete', 'synced, hashed', 'allow-columns'])
  expect(plan.flatMap(({ reverse }) => reverse)).toEqual([])
})

it.each([
  ['a free name', null, false, 'to-do'],
  ['a free name after a lost request', null, true, 'to-do'],
  ['what has the name before anything was sent', made, false, 'changed-elsewhere'],
  ['what has it once our request may have arrived', made, true, 'already-so'],
  ['another type', { ...made, service: 'mysql' }, true, 'changed-elsewhere'],
  ['one that runs', { ...made, paused: false }, true, 'changed-elsewhere'],
  ['one that has synced', { ...made, succeededAt: new Date(0) }, true, 'changed-elsewhere'],
] as const)('%s', (_what, found, mayBeOurs, outcome) => {
  const [step] = plan
  if (!step) throw new Error('There is no first step')
  expect(judgeStep(step, plannedState(create, found, mayBeOurs)).outcome).toBe(outcome)
})

it('names who took the name', () => {
  const live = plannedState(create, { ...made, service: 'mysql' }, false)
  expect(compareBeforeStates(reviewed, live, plan)).toEqual([
    {
      path: '',
      field: 'connection',
      reviewed: 'none',
      live: 'amber_harbor, mysql, paused, has the name shop',
      proposed: 'paused',
    },
  ])
})

it('leaves settings given beforehand to do, whatever is read', () => {
  const [, step] = plan
  expect(step && judgeStep(step, reviewed).outcome).toBe('to-do')
})
