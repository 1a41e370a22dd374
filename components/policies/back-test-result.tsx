import { useNow } from '@/components/layout/use-now'
import { formatStamp } from '@/components/ui/format-time'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Sentence } from '@/components/ui/sentence'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { BackTestResponse } from '@/lib/control-loop/policy/contract'
import { countRows, endingWords, regretSentence, strictnessSentence } from './prepare-back-test'

export type BackTestResultProps = { result: BackTestResponse }

const ways = { automatic: 'by itself', queued: 'by people', blocked: 'blocked' } as const

/** What the draft would have done with the last real proposals, beside the policy in force, and the cases in which they part. */
export function BackTestResult({ result }: BackTestResultProps) {
  const now = useNow()
  const regret = regretSentence(result.draft)
  if (result.cases === 0)
    return <p className="text-ink-2">There is no proposal yet to test it on. {strictnessSentence(result)}</p>
  return (
    <div role="status" className="grid gap-2.5">
      <p>
        {result.cases} real proposals{result.since && ` since ${formatStamp(result.since, now)}`}. {regret}{' '}
        <span className="text-ink-2">{strictnessSentence(result)}</span>
      </p>
      <div className="max-w-[440px]">
        <Table label="Back-test" density="compact" gutter="narrow" widths={[null, '90px', '90px', '90px']}>
          <TableHead>
            <HeadCell>Would have gone</HeadCell>
            <HeadCell align="end">In force</HeadCell>
            <HeadCell align="end">Draft</HeadCell>
            <HeadCell align="end">Moved</HeadCell>
          </TableHead>
          <TableBody>
            {countRows(result).map((row) => (
              <Row key={row.label}>
                <Cell isRowHead>{row.label}</Cell>
                <Cell align="end" tone="ink-2">
                  {row.present}
                </Cell>
                <Cell align="end">{row.draft}</Cell>
                <Cell align="end" tone={row.moved === 0 ? 'ink-3' : 'ink'}>
                  {row.moved > 0 ? `+${row.moved}` : row.moved === 0 ? '=' : `−${-row.moved}`}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
      {result.differences.length > 0 && (
        <div>
          <h3 className="mb-1 text-xs font-medium">
            {result.differencesTotal === 1 ? 'One case' : `${result.differencesTotal} cases`} would have gone another
            way
            {result.differencesTotal > result.differences.length && `; the latest ${result.differences.length}`}
          </h3>
          <ul
            aria-label="Cases that would have gone another way"
            className="max-h-72 overflow-y-auto border-y border-line"
          >
            {result.differences.map((one) => (
              <li
                key={one.id}
                className="grid gap-x-3 border-b border-line py-1.5 text-xs leading-[18px] last:border-b-0"
              >
                <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
                  <Link href={`/approvals/${one.id}`}>P-{one.number}</Link>
                  <span className="min-w-0 wrap-anywhere">
                    {one.path ? <PathName path={one.path} /> : revealInvisible(one.connectionName)}
                  </span>
                  <span className="ms-auto whitespace-nowrap text-ink-2">
                    {ways[one.present.outcome]} → <b className="font-medium text-ink">{ways[one.draft.outcome]}</b>
                    {one.ending && `; ${endingWords[one.ending]}`}
                  </span>
                </span>
                <span className="text-ink-2">
                  <Sentence text={one.draft.reason} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
