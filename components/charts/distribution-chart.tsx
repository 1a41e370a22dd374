'use client'

import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Distribution } from './prepare-distribution'

export type DistributionChartProps = { distribution: Distribution }

const tick = { fontSize: 11, fill: 'var(--hg-ink-3)' }
const percent = (value: number) => `${value.toFixed(1)} %`

/** The current rows as bars over the baseline as a step line, in percent of the rows with a value. */
export function DistributionChart({ distribution: { bars, isNumeric, summary } }: DistributionChartProps) {
  return (
    <div role="img" aria-label={summary} className="h-44 px-2 pt-3">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={bars}
          margin={{ top: 4, right: 12, bottom: 0, left: 0 }}
          barCategoryGap={1}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--hg-chart-grid)" />
          <XAxis
            dataKey="name"
            tickLine={false}
            axisLine={false}
            tick={tick}
            interval={isNumeric ? 'equidistantPreserveStart' : 'preserveStart'}
            minTickGap={24}
          />
          <YAxis tickCount={4} tickLine={false} axisLine={false} tick={tick} width={36} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--hg-surface-2)' }}
            formatter={(value) => percent(Number(value))}
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
          <Bar dataKey="current" name="now" fill="var(--hg-chart-1)" fillOpacity={0.85} isAnimationActive={false} />
          <Line
            dataKey="baseline"
            name="baseline"
            type={isNumeric ? 'step' : 'linear'}
            stroke={isNumeric ? 'var(--hg-chart-ref)' : 'none'}
            strokeWidth={1.5}
            dot={
              isNumeric ? false : { r: 3.5, fill: 'var(--hg-surface)', stroke: 'var(--hg-chart-ref)', strokeWidth: 1.5 }
            }
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}
