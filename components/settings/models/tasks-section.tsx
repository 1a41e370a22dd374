'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/components/ui/format-money'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { taskFace, taskOrder } from '@/components/usage/task-words'
import type { ModelSettings, TaskSettingView } from '@/lib/capabilities/model/contract'
import type { RoutedTask } from '@/lib/capabilities/model/domain/task'
import { SettingsSection } from '../settings-section'
import { modelUse, routeOf } from './prepare-route'
import { TaskSheet } from './task-sheet'

export type TasksSectionProps = { settings: ModelSettings; mayEdit: boolean }

/** What a model is asked for: on or off, which model, and what it may cost. One task is edited in a sheet. */
export function TasksSection({ settings, mayEdit }: TasksSectionProps) {
  const [open, setOpen] = useState<RoutedTask | null>(null)
  const rows = taskOrder.flatMap((name) => settings.tasks.filter(({ task }) => task === name))
  const chosen = rows.find(({ task }) => task === open)
  return (
    <SettingsSection
      title="Tasks"
      note="What a model is asked for. Whatever it drafts passes the checker of the rules."
    >
      <div className="max-lg:[&_table]:min-w-[620px]">
        <Table label="Tasks" gutter="narrow" widths={[null, '34%', '92px', '92px', '84px']}>
          <TableHead>
            <HeadCell>Task</HeadCell>
            <HeadCell>Asks</HeadCell>
            <HeadCell align="end">A day</HeadCell>
            <HeadCell align="end">A month</HeadCell>
            <HeadCell label="Edit" />
          </TableHead>
          <TableBody>
            {rows.map((task) => (
              <Row key={task.task}>
                <Cell isRowHead>
                  <span className="font-medium">{taskFace(task.task).word}</span>
                </Cell>
                <Cell text="small" tone="ink-2">
                  {asks(task, settings)}
                </Cell>
                <Cell align="end">{capWords(task.dayCapMicros)}</Cell>
                <Cell align="end">{capWords(task.monthCapMicros)}</Cell>
                <Cell align="end">
                  <Button
                    size="sm"
                    kind="quiet"
                    aria-label={`${mayEdit ? 'Edit' : 'See'}: ${taskFace(task.task).word}`}
                    onPress={() => setOpen(task.task)}
                  >
                    {mayEdit ? 'Edit…' : 'See…'}
                  </Button>
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
      {chosen && (
        <TaskSheet
          key={chosen.task}
          task={chosen}
          settings={settings}
          mayEdit={mayEdit}
          onClose={() => setOpen(null)}
        />
      )}
    </SettingsSection>
  )
}

const capWords = (micros: number | null) =>
  micros === null ? <span className="text-ink-3">of all</span> : formatMoney(micros)

/** "small, then large", or that the rules alone work on it. */
function asks(task: TaskSettingView, settings: ModelSettings) {
  if (!task.enabled) return 'off: built-in rules only'
  const isOwn = task.candidates.length > 0
  const route = routeOf(isOwn ? task.candidates : settings.defaultRoute, settings.providers, modelUse(task.task))
  if (route.length === 0) return 'built-in rules: no model is chosen'
  return (
    <>
      <span className="mono">{route.map(({ model }) => revealInvisible(model)).join(', ')}</span>
      {!isOwn && ' by default'}
    </>
  )
}
