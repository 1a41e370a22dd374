import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { DraftSide } from '@/lib/control-loop/proposal/domain/drafting'
import { differs } from './prepare-drafting'

export type DraftSidesProps = { sides: readonly DraftSide[] }

/** A model's words as ModelText draws them; the column's head carries the mark. */
const said = 'underline decoration-line-control decoration-dotted decoration-1 underline-offset-3'
const takenWords = { both: 'the same', rules: 'rules', model: 'model' } as const

/** Setting by setting: what the rules say, what the model says, which was taken and why. Where they differ stands first. */
export function DraftSides({ sides }: DraftSidesProps) {
  const order = [...sides].sort((one, other) => Number(differs(other)) - Number(differs(one)))
  return (
    <div className="max-md:[&_table]:min-w-[620px]">
      <Table
        label="Rules and model side by side"
        density="compact"
        gutter="narrow"
        widths={[null, '84px', '92px', '104px', '84px', '30%']}
      >
        <TableHead>
          <HeadCell>Object</HeadCell>
          <HeadCell>Setting</HeadCell>
          <HeadCell>Rules say</HeadCell>
          <HeadCell>✦ AI says</HeadCell>
          <HeadCell>Taken</HeadCell>
          <HeadCell>Because</HeadCell>
        </TableHead>
        <TableBody>
          {order.map((side) => (
            <Row key={`${side.path} ${side.setting}`} tone={differs(side) ? 'changed' : undefined}>
              <Cell isRowHead>
                <PathName path={side.path} />
              </Cell>
              <Cell text="small">{side.setting}</Cell>
              <Cell text="small">{side.rules ? revealInvisible(side.rules) : <Nothing />}</Cell>
              <Cell text="small">
                {side.model ? <span className={said}>{revealInvisible(side.model)}</span> : <Nothing />}
              </Cell>
              <Cell text="small">
                <span className="font-medium">{takenWords[side.taken]}</span>
              </Cell>
              <Cell text="small" tone="ink-2" isTall>
                {side.because}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

function Nothing() {
  return <span className="text-ink-3">nothing</span>
}
