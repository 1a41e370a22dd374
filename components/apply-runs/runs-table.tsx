import { Link } from '@/components/ui/link'
import { Sentence } from '@/components/ui/sentence'
import { StateGlyph } from '@/components/ui/state-glyph'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ApplyRunSummary } from '@/lib/control-loop/apply/contract'
import { formatTook } from './format-took'
import { StepTitle } from './step-title'

export type RunsTableProps = { items: readonly ApplyRunSummary[]; now: number }

/** Runs, latest first: what each did, how far it came, who started it. */
export function RunsTable({ items, now }: RunsTableProps) {
  return (
    <div className="overflow-x-auto">
      <div className="min-w-[940px]">
        <Table label="Apply runs" widths={['84px', null, '124px', '128px', '84px', '136px', '84px', '96px']}>
          <TableHead isSticky>
            <HeadCell>Run</HeadCell>
            <HeadCell>Object</HeadCell>
            <HeadCell>Connection</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell align="end">Steps</HeadCell>
            <HeadCell>Started by</HeadCell>
            <HeadCell align="end">Took</HeadCell>
            <HeadCell align="end">When, UTC</HeadCell>
          </TableHead>
          <TableBody>
            {items.map((run) => (
              <Row key={run.id}>
                <Cell isRowHead text="mono">
                  <Link href={`/apply-runs/${run.id}`} look="plain">{`R-${run.number}`}</Link>
                </Cell>
                <Cell>
                  <Link href={`/apply-runs/${run.id}`} look="plain">
                    <StepTitle title={run.title} />
                  </Link>
                  {run.problem && (
                    <span className="ps-2 text-xs text-ink-3">
                      <Sentence text={run.problem} />
                    </span>
                  )}
                </Cell>
                <Cell text="mono" tone="ink-2">
                  {run.connection.name}
                </Cell>
                <Cell>
                  <StateGlyph state={run.state} />
                </Cell>
                <Cell align="end" text="small">
                  {run.stepsDone} of {run.stepsTotal}
                </Cell>
                <Cell tone="ink-2" text="small">
                  {run.startedByName}
                </Cell>
                <Cell align="end" text="small" tone="ink-2">
                  {run.finishedAt ? formatTook(Date.parse(run.finishedAt) - Date.parse(run.createdAt)) : '–'}
                </Cell>
                <Cell align="end" text="small" tone="ink-2">
                  <TimeAgo at={run.createdAt} now={now} look="row" />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </div>
  )
}
