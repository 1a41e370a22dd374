import { prepareSpendByDay } from '@/components/charts/prepare-spend-by-day'
import { SpendByDayChart } from '@/components/charts/spend-by-day-chart'
import { formatMoney } from '@/components/ui/format-money'
import { Section } from '@/components/ui/section'
import type { ModelSettings, Usage } from '@/lib/capabilities/model/contract'
import type { MeteredTask } from '@/lib/capabilities/model/domain/task'
import { LatestCalls } from './latest-calls'
import { prepareSpendDays, prepareTaskRows } from './prepare-usage'
import { TaskSquare } from './task-square'
import { TaskUsageTable } from './task-usage-table'
import { taskFace, taskOrder } from './task-words'
import { daysOfPeriod, type UsagePeriod } from './usage-params'

export type UsageMainProps = {
  usage: Usage
  settings: ModelSettings
  task: MeteredTask | null
  period: UsagePeriod
  now: Date
}

/** Spend by day, what each task cost and whether it was right, and the latest calls. */
export function UsageMain({ usage, settings, task, period, now }: UsageMainProps) {
  const { from, to } = daysOfPeriod(period, now)
  const days = prepareSpendDays(usage, task)
  const used = new Set(days.flatMap(({ tasks }) => Object.keys(tasks)))
  const parts = taskOrder
    .filter((name) => used.has(name))
    .map((name) => ({ key: name, word: taskFace(name).word, fill: taskFace(name).fill }))
  const cap = usage.total.month.capMicros
  const spend = prepareSpendByDay({
    days,
    from,
    to,
    today: now.toISOString().slice(0, 10),
    monthBudgetMicros: task === null ? cap : null,
  })
  const rows = prepareTaskRows(usage).filter((row) => task === null || row.task === task)
  return (
    <>
      <Section
        title="Spend by day"
        note="US dollars"
        actions={
          <ul aria-label="Tasks in the chart" className="hidden flex-wrap justify-end gap-x-4 md:flex">
            {parts.map(({ key, word, fill }) => (
              <li key={key} className="flex items-center gap-1.5">
                <TaskSquare fill={fill} />
                {word}
              </li>
            ))}
          </ul>
        }
      >
        <SpendByDayChart
          spend={spend}
          parts={parts}
          budgetWords={
            spend.evenMicros !== null && cap !== null
              ? `even spend to ${formatMoney(cap)} is ${formatMoney(spend.evenMicros)} a day`
              : null
          }
        />
      </Section>
      <Section title="By task" note="what it cost and whether it was right">
        <TaskUsageTable rows={rows} />
      </Section>
      <LatestCalls task={task} settings={settings} />
    </>
  )
}
