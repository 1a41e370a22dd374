import { useNow } from '@/components/layout/use-now'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { Section } from '@/components/ui/section'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ColumnDriftRow, DriftOverview } from '@/lib/capabilities/drift/contract'
import { type DriftParams, driftHref } from './drift-params'
import { EffectBar } from './effect-bar'
import { formatMeasure, measureFaces } from './measure-words'
import { levelOf } from './prepare-strip'

export type ColumnsByEffectProps = {
  overview: DriftOverview
  params: DriftParams
  selected: ColumnDriftRow | null
  onSelect: (row: ColumnDriftRow) => void
}

/** The columns of the latest measurements, what moved most first; a row opens its distributions. */
export function ColumnsByEffect({ overview, params, selected, onSelect }: ColumnsByEffectProps) {
  const now = useNow()
  const { measure } = params
  const { totals, columns } = overview
  const cannotTell = totals.cannotTell === 0 ? '' : `, ${totals.cannotTell} cannot be told`
  return (
    <Section
      isFollowing
      title="Columns by effect"
      note={`${columns.length} of ${totals.columns} judged, ${totals.columnsOver} drifted${cannotTell}`}
    >
      <div className="max-lg:[&_table]:min-w-[860px]">
        <Table label="Columns by effect" widths={['28%', '62px', '128px', null, '76px', '92px']}>
          <TableHead>
            <HeadCell>Column</HeadCell>
            <HeadCell align="end">{measureFaces[measure].word}</HeadCell>
            <HeadCell>Bar</HeadCell>
            <HeadCell>What moved</HeadCell>
            <HeadCell>Since</HeadCell>
            <HeadCell>Suspect</HeadCell>
          </TableHead>
          <TableBody>
            {columns.map((row) => (
              <Row
                key={`${row.connectionId} ${row.schema} ${row.table} ${row.column}`}
                isSelected={row === selected}
                onClick={() => onSelect(row)}
              >
                <Cell isRowHead>
                  <Link href={hrefOf(params, row)} look="plain">
                    <PathName path={[row.schema, row.table, row.column]} />
                  </Link>
                </Cell>
                <Cell align="end" tone={toneOf(row, measure)}>
                  {formatMeasure(row[measure])}
                </Cell>
                <Cell>
                  <EffectBar value={row[measure]} measure={measure} error={row.distanceError} />
                </Cell>
                <Cell text="small" tone={row.verdict === 'drift' ? 'ink' : 'ink-2'}>
                  <span title={row.why}>
                    {row.verdict === 'cannot-tell' ? 'Cannot tell: ' : ''}
                    {row.why}
                  </span>
                </Cell>
                <Cell text="small" tone="ink-2">
                  {row.since ? <TimeAgo at={row.since} now={now} look="row" /> : '–'}
                </Cell>
                <Cell text="small" tone="ink-2">
                  {row.suspect ? <Link href={row.suspect.href}>{row.suspect.label}</Link> : 'none found'}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  )
}

function hrefOf(params: DriftParams, { connectionId, schema, table, column }: ColumnDriftRow): string {
  return driftHref(params, { of: connectionId, schema, table, column })
}

function toneOf(row: ColumnDriftRow, measure: DriftParams['measure']) {
  if (row.verdict === 'cannot-tell') return 'ink-3'
  const level = levelOf(row[measure], measure)
  return level === 4 ? 'bad' : level === 3 ? 'warn' : 'ink'
}
