'use client'

import { useState } from 'react'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'
import { openStepIndex } from './prepare-step-phases'
import { StepRow } from './step-row'

export type StepsTableProps = { run: Pick<ApplyRunDetail, 'steps' | 'state' | 'connection'> }

/** The step list as approved. The step under way, or the one that ended the run, is open until somebody closes it. */
export function StepsTable({ run }: StepsTableProps) {
  const [toggled, setToggled] = useState<Record<number, boolean>>({})
  const openAtFirst = openStepIndex(run.steps)
  return (
    <div className="overflow-x-auto">
      <div className="min-w-[900px]">
        <Table label="Steps" widths={['60px', '30%', null, '17%', '176px', '72px', '100px']}>
          <TableHead>
            <HeadCell>#</HeadCell>
            <HeadCell>Step</HeadCell>
            <HeadCell>Call</HeadCell>
            <HeadCell>Before → after</HeadCell>
            <HeadCell>Outcome</HeadCell>
            <HeadCell align="end">Took</HeadCell>
            <HeadCell align="end">At, UTC</HeadCell>
          </TableHead>
          <TableBody>
            {run.steps.map((step) => {
              const { index } = step.step
              const isOpen = toggled[index] ?? index === openAtFirst
              return (
                <StepRow
                  key={index}
                  step={step}
                  runState={run.state}
                  connectionName={run.connection.name}
                  isOpen={isOpen}
                  onToggle={() => setToggled({ ...toggled, [index]: !isOpen })}
                />
              )
            })}
          </TableBody>
        </Table>
      </div>
    </div>
  )
}
