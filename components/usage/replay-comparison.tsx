'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog } from '@/components/ui/dialog'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { CallDetail } from '@/lib/capabilities/model/contract'
import { callOutcomeLabels } from '@/lib/capabilities/model/domain/call-outcome'
import { compareAnswers, compareNumbers } from './prepare-comparison'

export type ReplayComparisonProps = { call: CallDetail; replay: CallDetail['replays'][number] }

/** A call and its repeat: numbers side by side, and the two answers as a difference. */
export function ReplayComparison({ call, replay }: ReplayComparisonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const model = replay.model ? revealInvisible(replay.model) : 'no model'
  const hasBoth = call.output !== null && replay.output !== null
  return (
    <section aria-label={`Replay with ${model}`} className="border-t border-line">
      <Table label={`Compared with ${model}`} density="compact" gutter="narrow" widths={['64px', null, null]}>
        <TableHead>
          <HeadCell label="What" />
          <HeadCell>First</HeadCell>
          <HeadCell>Replay, {callOutcomeLabels[replay.outcome]}</HeadCell>
        </TableHead>
        <TableBody>
          {compareNumbers(call, replay).map((row) => (
            <Row key={row.term}>
              <Cell isRowHead text="small" tone="ink-3">
                {row.term}
              </Cell>
              <Cell text="small">{row.first}</Cell>
              <Cell text="small">
                <span className={row.first === row.repeat ? undefined : 'font-medium'}>{row.repeat}</span>
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      <p className="flex flex-wrap items-center gap-2 px-4 py-1.5 text-xs text-ink-2">
        {replay.sameOutput === null ? replay.problem : replay.sameOutput ? 'The same answer.' : 'Another answer.'}
        {hasBoth && !replay.sameOutput && (
          <Button size="sm" kind="quiet" onPress={() => setIsOpen(true)}>
            Compare the answers
          </Button>
        )}
      </p>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        size="lg"
        title="First answer and replay"
        actions={<Button onPress={() => setIsOpen(false)}>Close</Button>}
      >
        <CodeBlock label="Difference of the answers" code={compareAnswers(call.output ?? '', replay.output ?? '')} />
      </Dialog>
    </section>
  )
}
