import type { BeforeState, PlanStep, StateDifference } from './plan-step'
import { yesNo } from './plan-steps'

const fields = ['enabled', 'hashed', 'primaryKey', 'syncMode', 'presence'] as const
const fieldNames = {
  enabled: 'synced',
  hashed: 'hashed',
  primaryKey: 'primary key',
  syncMode: 'sync mode',
  presence: 'at the source',
} as const

function spell(value: boolean | string | null | undefined): string {
  return typeof value === 'string' ? value : yesNo(value ?? null)
}

function proposedFor(plan: readonly PlanStep[], path: string, field: string): string | null {
  for (const step of plan) {
    const move = step.moves.find((candidate) => candidate.path === path && candidate.field === field)
    if (move) return move.after
  }
  return null
}

/** Every field that is not what the reviewers saw, with the three values: reviewed, live and proposed. Empty: nothing moved. */
export function compareBeforeStates(
  reviewed: BeforeState,
  live: BeforeState,
  plan: readonly PlanStep[],
): StateDifference[] {
  const differences: StateDifference[] = []
  const add = (path: string, field: string, one: string, other: string) => {
    if (one !== other)
      differences.push({ path, field, reviewed: one, live: other, proposed: proposedFor(plan, path, field) })
  }
  add('', 'connection', reviewed.connection ?? 'none', live.connection ?? 'none')
  add('', 'paused', spell(reviewed.paused), spell(live.paused))
  add('', 'new things', spell(reviewed.changeHandling), spell(live.changeHandling))
  const liveObjects = new Map(live.objects.map((object) => [object.path, object]))
  for (const object of reviewed.objects) {
    const other = liveObjects.get(object.path)
    for (const field of fields) add(object.path, fieldNames[field], spell(object[field]), spell(other?.[field]))
  }
  return differences
}
