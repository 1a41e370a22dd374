import { formatMoney } from '@/components/ui/format-money'
import type { ModelSettings } from '@/lib/capabilities/model/contract'
import { taskFace } from './task-words'

/** Settings in, the limits that hold in words out: all tasks first, then tasks with caps of their own. */
export function prepareLimits(
  settings: Pick<ModelSettings, 'dayCapMicros' | 'monthCapMicros' | 'concurrencyMax' | 'tasks'>,
): { term: string; value: string }[] {
  const own = settings.tasks.flatMap((task) => {
    const caps = [
      ...(task.dayCapMicros === null ? [] : [`${formatMoney(task.dayCapMicros)} a day`]),
      ...(task.monthCapMicros === null ? [] : [`${formatMoney(task.monthCapMicros)} a month`]),
    ]
    return caps.length === 0 ? [] : [{ term: taskFace(task.task).word, value: caps.join(', ') }]
  })
  return [
    { term: 'Rules only from', value: `${formatMoney(settings.monthCapMicros)} a month` },
    { term: 'and from', value: `${formatMoney(settings.dayCapMicros)} a day` },
    { term: 'Calls at once', value: String(settings.concurrencyMax) },
    ...own,
  ]
}
