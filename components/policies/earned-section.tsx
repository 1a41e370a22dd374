import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { TallyView } from '@/lib/control-loop/policy/contract'
import { effectWord } from '@/lib/control-loop/policy/domain/effect'

export type EarnedSectionProps = { record: readonly TallyView[] }

/** What was earned: each action on each connector type with its cases, what they speak for, and whether that is enough. */
export function EarnedSection({ record }: EarnedSectionProps) {
  return (
    <Section title="Earned" note="since the last error" gutter="inspector" isFollowing>
      {record.length === 0 ? (
        <p className="px-4 py-2.5 text-xs text-ink-2">
          No record yet. It grows with each proposal of a rule that people approve as drafted and that is verified.
        </p>
      ) : (
        <Table label="Earned" gutter="narrow" density="roomy" widths={[null, '70px', '78px']}>
          <TableHead>
            <HeadCell>Action</HeadCell>
            <HeadCell align="end">Right</HeadCell>
            <HeadCell align="end">At least</HeadCell>
          </TableHead>
          <TableBody>
            {record.map((tally) => (
              <Row key={`${tally.effect} ${tally.service}`}>
                <Cell isRowHead isTall>
                  <span className="block first-letter:uppercase">{effectWord(tally.effect)}</span>
                  <span className="block text-xs text-ink-3">
                    <span className="mono">{revealInvisible(tally.service)}</span>
                    {tally.isEarned ? ', earned' : ', not earned'}
                    {tally.lostBy && (
                      <>
                        {'; lost by '}
                        <Link href={`/approvals?view=all&q=P-${tally.lostBy}`}>P-{tally.lostBy}</Link>
                      </>
                    )}
                  </span>
                </Cell>
                <Cell align="end" isTall text="small">
                  {tally.agreed} of {tally.cases}
                </Cell>
                <Cell align="end" isTall text="small" tone={tally.isEarned ? 'ink' : 'ink-2'}>
                  {(tally.bound * 100).toFixed(1)} %
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  )
}
