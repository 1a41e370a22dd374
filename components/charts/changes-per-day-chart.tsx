'use client'

import { useState } from 'react'
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/format-count'
import { ChangesPerDayTable } from './changes-per-day-table'
import { type ChangesByDay, type DayOfChanges, prepareChangesPerDay } from './prepare-changes-per-day'

export type ChangesPerDayChartProps = { days: readonly DayOfChanges[] }

/** Changes found by day, stacked by severity, worst at the bottom: bars, or the same as a table. */
export function ChangesPerDayChart({ days }: ChangesPerDayChartProps) {
  const [isTable, setIsTable] = useState(false)
  const changes = prepareChangesPerDay(days)
  return (
    <figure className="min-w-0 border-b border-line">
      {isTable ? <ChangesPerDayTable changes={changes} /> : <Bars changes={changes} />}
      <figcaption className="flex items-center gap-2 px-5 pb-2 text-xs text-ink-3">
        <span className="min-w-0 grow">{changes.summary}</span>
        <Button kind="quiet" size="sm" onPress={() => setIsTable(!isTable)}>
          {isTable ? 'As chart' : 'As table'}
        </Button>
      </figcaption>
    </figure>
  )
}

const tick = { fontSize: 11, fill: 'var(--hg-ink-3)' }
const severities = [
  { key: 'breaking', word: 'Breaking', fill: 'var(--hg-level-4)' },
  { key: 'dangerous', word: 'Dangerous', fill: 'var(--hg-level-3)' },
  { key: 'safe', word: 'Safe', fill: 'var(--hg-level-2)' },
] as const

function Bars({ changes }: { changes: ChangesByDay }) {
  return (
    <div role="img" aria-label={changes.summary} className="h-32 px-3 pt-2">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={changes.bars}
          margin={{ top: 4, right: 8, bottom: 0, left: 0 }}
          barCategoryGap={2}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--hg-chart-grid)" />
          <XAxis dataKey="label" tickLine={false} axisLine={false} tick={tick} interval={6} />
          <YAxis
            domain={[0, changes.top]}
            tickCount={3}
            allowDecimals={false}
            tickLine={false}
            axisLine={false}
            tick={tick}
            width={32}
            tickFormatter={formatCount}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--hg-surface-2)' }}
            contentStyle={{
              background: 'var(--hg-raised)',
              border: 0,
              borderRadius: 'var(--hg-radius-3)',
              boxShadow: 'var(--hg-shadow-pop)',
              fontSize: 12,
              color: 'var(--hg-ink)',
            }}
            itemStyle={{ color: 'var(--hg-ink)' }}
          />
          <Legend
            align="right"
            verticalAlign="top"
            height={20}
            iconType="square"
            iconSize={8}
            formatter={(word) => <span className="text-2xs text-ink-2">{word}</span>}
          />
          {severities.map(({ key, word, fill }) => (
            <Bar key={key} dataKey={key} name={word} stackId="changes" fill={fill} isAnimationActive={false} />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
