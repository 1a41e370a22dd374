'use client'

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { MeasureByDay } from './prepare-measure-by-day'

export type MeasureByDayChartProps = { measure: MeasureByDay; watch: number; over: number }

const tick = { fontSize: 11, fill: 'var(--hg-ink-3)' }
const dayOf = (atMs: number) =>
  new Date(atMs).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** A column's figure over time, the bounds as dashed lines and what was applied as upright ones. */
export function MeasureByDayChart({ measure, watch, over }: MeasureByDayChartProps) {
  const { points, marks, top, ticksMs, summary } = measure
  // The two lines lie on one another where a value is far beyond them.
  const hasRoom = top < 6 * over
  return (
    <div role="img" aria-label={summary} className="h-40 px-2 pt-2">
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={points} margin={{ top: 16, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--hg-chart-grid)" />
          <XAxis
            dataKey="atMs"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            ticks={ticksMs}
            tickFormatter={dayOf}
            tickLine={false}
            axisLine={false}
            tick={tick}
          />
          <YAxis domain={[0, top]} tickCount={3} tickLine={false} axisLine={false} tick={tick} width={36} />
          <ReferenceLine
            y={over}
            stroke="var(--hg-level-4)"
            strokeDasharray="3 3"
            label={{ value: `over ${over}`, position: 'insideBottomLeft', fontSize: 11, fill: 'var(--hg-bad-ink)' }}
          />
          <ReferenceLine
            y={watch}
            stroke="var(--hg-level-3)"
            strokeDasharray="3 3"
            label={{
              value: hasRoom ? `watch ${watch}` : '',
              position: 'insideBottomLeft',
              fontSize: 11,
              fill: 'var(--hg-warn-ink)',
            }}
          />
          {marks.map(({ atMs, label }) => (
            <ReferenceLine
              key={`${label} ${atMs}`}
              x={atMs}
              stroke="var(--hg-water)"
              label={{ value: label, position: 'top', fontSize: 11, fill: 'var(--hg-ink-2)' }}
            />
          ))}
          <Line
            dataKey="value"
            stroke="var(--hg-chart-1)"
            strokeWidth={1.5}
            dot={points.length < 12 ? { r: 2.5, fill: 'var(--hg-chart-1)' } : false}
            connectNulls={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}
