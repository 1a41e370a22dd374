import type { PlanStep } from '@/lib/control-loop/apply/domain/plan-step'
import { type CreateConnection, isPreset } from '@/lib/control-loop/proposal/domain/action'
import { connectionName } from '@/lib/control-loop/proposal/domain/connector-types'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { OutcomeCheck } from './compare-outcome'

export interface CreatedConnection {
  groupId: string
  service: string
  schemaName: string
  paused: boolean
  succeededAt: Date | null
}

/**
 * Checks a connection that was just created against what was approved. Settings given beforehand cannot be read until the service has read the
 * source: until then its own reply, which the step compared with the request, is what holds them.
 */
export function judgeCreated(
  create: CreateConnection,
  plan: readonly PlanStep[],
  live: CreatedConnection,
): OutcomeCheck[] {
  const is = (check: string, wanted: string, found: string): OutcomeCheck => ({
    check: `${check} is ${wanted}`,
    outcome: wanted === found ? 'held' : 'broken',
    detail: wanted === found ? 'as approved' : `reads ${found}`,
  })
  const yesNo = (value: boolean) => (value ? 'yes' : 'no')
  return [
    is('The name', connectionName(create), live.schemaName),
    is('The type', create.service, live.service),
    is('The destination', create.groupId, live.groupId),
    is('Paused', 'yes', yesNo(live.paused)),
    is('Synced', 'no', yesNo(live.succeededAt !== null)),
    ...countPresets(plan).map(
      ([place, settings]): OutcomeCheck => ({
        check: `${place}: ${settings} ${settings === 1 ? 'setting' : 'settings'} as approved`,
        outcome: 'held',
        detail: 'repeated by Fivetran; applied when it first reads the source, and compared then',
      }),
    ),
  ]
}

/** Settings given beforehand by table: thousands of lines would be read by nobody, and all of them were answered at once. */
function countPresets(plan: readonly PlanStep[]): [place: string, settings: number][] {
  const counts = new Map<string, number>()
  for (const action of plan.flatMap(({ actions }) => actions).filter(isPreset)) {
    const place = 'table' in action ? formatPath({ schema: action.schema, table: action.table }) : 'New things'
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return [...counts]
}
