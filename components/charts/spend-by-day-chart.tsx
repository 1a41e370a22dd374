'use client'

import { useState } from 'react'
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/components/ui/format-money'
import type { SpendByDay, SpendPart } from './prepare-spend-by-day'
import { SpendByDayTable } from './spend-by-day-table'

export type SpendByDayChartProps = { spend: SpendByDay; parts: readonly SpendPart[]; budgetWords: string | null }

/** What each day of the month cost, stacked by task, with the line of an even spend: bars, or the same as a table. */
export function SpendByDayChart({ spend, parts, budgetWords }: SpendByDayChartProps) {
  const [isTable, setIsTable] = useState(false)
  return (
    <figure className="min-w-0 border-b border-line">
      {isTable ? (
        <SpendByDayTable spend={spend} parts={parts} />
      ) : (
        <Bars spend={spend} parts={parts} budgetWords={budgetWords} />
      )}
      <figcaption className="flex items-center gap-2 px-5 pb-2 text-xs text-ink-3">
        <span className="min-w-0 grow">{spend.summary}</span>
        <Button kind="quiet" size="sm" onPress={() => setIsTable(!isTable)}>
          {isTable ? 'As chart' : 'As table'}
        </Button>
      </figcaption>
    </figure>
  )
}

const tick = { fontSize: 11, fill: 'var(--hg-ink-3)' }

function Bars({ spend, parts, budgetWords }: SpendByDayChartProps) {
  const { evenMicros } = spend
  const topMicros = spend.ticks.at(-1) ?? 0
  const hasLine = evenMicros !== null && evenMicros <= topMicros
  return (
    <div role="img" aria-label={spend.summary} className="h-[196px] px-3 pt-3">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={spend.bars}
          margin={{ top: 14, right: 8, bottom: 0, left: 0 }}
          barCategoryGap={2}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--hg-chart-grid)" />
          <XAxis dataKey="label" tickLine={false} axisLine={false} tick={tick} interval={5} />
          <YAxis
            domain={[0, topMicros]}
            ticks={spend.ticks}
            tickLine={false}
            axisLine={false}
            tick={tick}
            width={56}
            tickFormatter={formatMoney}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--hg-surface-2)' }}
            formatter={(value) => formatMoney(Number(value))}
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
          {parts.map(({ key, word, fill }) => (
            <Bar
              key={key}
              dataKey={(bar: SpendByDay['bars'][number]) => bar.tasks[key] ?? 0}
              name={word}
              stackId="spend"
              fill={fill}
              stroke="var(--hg-surface)"
              strokeWidth={0.75}
              isAnimationActive={false}
            />
          ))}
          <Bar
            dataKey="forecast"
            name="At the month’s average"
            stackId="spend"
            fill="none"
            stroke="var(--hg-line-control)"
            strokeDasharray="2 2"
            isAnimationActive={false}
          />
          {hasLine && (
            <ReferenceLine
              y={evenMicros}
              stroke="var(--hg-level-3)"
              strokeDasharray="3 3"
              label={{ value: budgetWords ?? '', position: 'insideBottomLeft', fontSize: 11, fill: 'var(--hg-ink-2)' }}
            />
          )}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
