'use client'

import { useState } from 'react'
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/format-count'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { type CallsPerHour, type HourOfCalls, prepareCallsPerHour } from './prepare-calls-per-hour'

export type CallsPerHourChartProps = { counted: readonly HourOfCalls[]; limitPerHour: number; nowIso: string }

/** Calls to Fivetran by hour, the last day: bars, or the same as a table. */
export function CallsPerHourChart({ counted, limitPerHour, nowIso }: CallsPerHourChartProps) {
  const [isTable, setIsTable] = useState(false)
  const calls = prepareCallsPerHour(counted, limitPerHour, nowIso)
  return (
    <figure className="min-w-0">
      {isTable ? <CallsTable calls={calls} /> : <CallsBars calls={calls} limitPerHour={limitPerHour} />}
      <figcaption className="flex items-center gap-2 px-4 pt-1 text-xs text-ink-3">
        <span className="min-w-0 grow">{calls.summary}</span>
        <Button kind="quiet" size="sm" onPress={() => setIsTable(!isTable)}>
          {isTable ? 'As chart' : 'As table'}
        </Button>
      </figcaption>
    </figure>
  )
}

const tick = { fontSize: 11, fill: 'var(--hg-ink-3)' }

function CallsBars({ calls, limitPerHour }: { calls: CallsPerHour; limitPerHour: number }) {
  return (
    <div role="img" aria-label={calls.summary} className="h-36 px-2">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={calls.bars}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          barCategoryGap={2}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--hg-chart-grid)" />
          <XAxis dataKey="label" tickLine={false} axisLine={false} tick={tick} interval={5} />
          <YAxis
            domain={[0, calls.top]}
            tickCount={4}
            tickLine={false}
            axisLine={false}
            tick={tick}
            width={48}
            tickFormatter={formatCount}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--hg-surface-2)' }}
            formatter={(value) => [typeof value === 'number' ? formatCount(value) : 'none', 'calls']}
            contentStyle={{
              background: 'var(--hg-raised)',
              border: 0,
              borderRadius: 'var(--hg-radius-3)',
              boxShadow: 'var(--hg-shadow-pop)',
              fontSize: 12,
              color: 'var(--hg-ink)',
            }}
          />
          {calls.isLimitShown && (
            <ReferenceLine
              y={limitPerHour}
              stroke="var(--hg-level-4)"
              strokeDasharray="3 3"
              label={{ value: 'limit', position: 'insideTopLeft', fontSize: 11, fill: 'var(--hg-ink-3)' }}
            />
          )}
          <Bar dataKey="calls" fill="var(--hg-chart-1)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

function CallsTable({ calls }: { calls: CallsPerHour }) {
  return (
    <Table label="Calls to Fivetran by hour" density="compact" gutter="narrow">
      <TableHead>
        <HeadCell>Hour, UTC</HeadCell>
        <HeadCell align="end">Calls</HeadCell>
      </TableHead>
      <TableBody>
        {calls.bars.map((bar) => (
          <Row key={bar.hourIso}>
            <Cell isRowHead>{bar.label}</Cell>
            <Cell align="end">{bar.calls === null ? 'not counted' : formatCount(bar.calls)}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
