import NextLink from 'next/link'
import { Mark } from '@/components/ui/mark'
import { PathName } from '@/components/ui/path-name'
import { Section } from '@/components/ui/section'
import type { DriftOverview, TableDrift } from '@/lib/capabilities/drift/contract'
import type { DriftMeasure, DriftParams } from './drift-params'
import { driftHref } from './drift-params'
import { formatMeasure, measureFaces } from './measure-words'
import { levelFill, levelOf, prepareStrip } from './prepare-strip'
import { StripRow } from './strip-row'

export type TablesByDayProps = { overview: DriftOverview; params: DriftParams }

const row = 'grid grid-cols-[minmax(0,1fr)_64px] items-center gap-x-4 px-5 md:grid-cols-[176px_minmax(0,1fr)_64px]'

/** Measured tables by day, those over first, with the changes that were applied above their days. */
export function TablesByDay({ overview, params }: TablesByDayProps) {
  const { days, tables } = overview
  return (
    <Section title="Tables by day" actions={<Legend measure={params.measure} />}>
      <div className="flex flex-col gap-[7px] pt-2 pb-3">
        <div className={row} aria-hidden={overview.applied.length === 0}>
          <span className="hidden md:block" />
          <AppliedMarks overview={overview} />
        </div>
        <div className={`${row} text-2xs text-ink-3`}>
          <span className="hidden md:block" />
          <span className="flex justify-between">
            <span>{days[0]?.slice(5)}</span>
            <span>{days[Math.floor(days.length / 2)]?.slice(5)}</span>
            <span>{days.at(-1)?.slice(5)}</span>
          </span>
          <span className="text-end">today</span>
        </div>
        {tables.map((table) => (
          <div key={`${table.connectionId} ${table.schema} ${table.table}`} className={row}>
            <span className="min-w-0 max-md:col-span-2">
              <PathName path={[table.schema, table.table]} />
            </span>
            <StripRow cells={prepareStrip(table.cells, params.measure)} />
            <Today table={table} measure={params.measure} params={params} />
          </div>
        ))}
      </div>
    </Section>
  )
}

function Today({ table, measure, params }: { table: TableDrift; measure: DriftMeasure; params: DriftParams }) {
  const last = table.cells.findLast(({ state }) => state === 'judged')
  const value = last?.[measure] ?? null
  const level = levelOf(value, measure)
  const tone = level === 4 ? 'font-semibold text-bad-ink' : level === 3 ? 'font-semibold text-warn-ink' : 'text-ink-2'
  const words = table.state === 'learning' ? 'learning' : table.state === 'cannot-tell' ? 'cannot tell' : null
  return (
    <NextLink
      href={driftHref(params, { connection: table.connectionId })}
      scroll={false}
      aria-label={`Columns of ${table.table}: ${words ?? formatMeasure(value)}`}
      className={`text-end text-sm no-underline hover:underline ${words ? 'text-xs text-ink-2' : tone}`}
    >
      {words ?? formatMeasure(value)}
    </NextLink>
  )
}

function AppliedMarks({ overview: { days, applied } }: { overview: DriftOverview }) {
  return (
    <span className="relative block h-4">
      {applied.map((mark) => {
        const at = days.indexOf(mark.at.slice(0, 10))
        return at === -1 ? null : (
          <NextLink
            key={`${mark.label} ${mark.at}`}
            href={mark.href}
            aria-label={`${mark.label}: ${mark.title}`}
            title={`${mark.label}: ${mark.title}`}
            className="absolute -translate-x-1/2"
            style={{ insetInlineStart: `${((at + 0.5) / days.length) * 100}%` }}
          >
            <span aria-hidden="true">
              <Mark />
            </span>
          </NextLink>
        )
      })}
    </span>
  )
}

function Legend({ measure }: { measure: DriftMeasure }) {
  return (
    <span className="hidden items-center gap-2 lg:flex">
      <svg viewBox="0 0 40 12" width="40" height="12" aria-hidden="true">
        {([1, 2, 3, 4] as const).map((level) => (
          <rect
            key={level}
            x={(level - 1) * 10}
            y={12 - level * 3}
            width="9"
            height={level * 3}
            fill={levelFill(level)}
          />
        ))}
      </svg>
      {measureFaces[measure].legend} · hatched: not measured · dashed: learning
    </span>
  )
}
