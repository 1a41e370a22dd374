'use client'

import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { FilterMenu } from '@/components/ui/filter-menu'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { Toolbar } from '@/components/ui/toolbar'
import type { ModelSettings } from '@/lib/capabilities/model/contract'
import type { MeteredTask } from '@/lib/capabilities/model/domain/task'
import { callExportPath } from '@/lib/capabilities/model/queries'
import { StopModels } from './stop-models'
import { taskFace, taskOrder } from './task-words'
import type { UsagePeriod } from './usage-params'

type Params = { period: UsagePeriod; task: MeteredTask | null }

export type UsageToolbarProps = {
  params: Params
  settings: ModelSettings
  mayStop: boolean
  onChange: (part: Partial<Params>) => void
}

const periods: { id: UsagePeriod; label: string }[] = [
  { id: 'month', label: 'This month' },
  { id: '7d', label: '7 days' },
  { id: '30d', label: '30 days' },
  { id: '90d', label: '90 days' },
]

/** Which days and task are shown; taking the calls away as a file, and the stop switch. */
export function UsageToolbar({ params, settings, mayStop, onChange }: UsageToolbarProps) {
  const filters = params.task ? { task: params.task } : {}
  return (
    <Toolbar
      label="Which usage"
      end={
        <>
          <Menu
            label="Export the calls"
            trigger={
              <Button icon={<Icon of={Download} size={16} />} aria-label="Export the calls">
                Export
              </Button>
            }
            entries={[
              { id: 'csv', label: 'Calls as CSV', onAction: () => open(callExportPath(filters, 'csv')) },
              { id: 'json', label: 'Calls as JSON', onAction: () => open(callExportPath(filters, 'json')) },
            ]}
          />
          {!settings.stopped && <StopModels stopped={null} mayStop={mayStop} />}
        </>
      }
    >
      <FilterMenu
        label="Period"
        options={periods}
        value={params.period}
        onChange={(period) => onChange({ period: period ?? 'month' })}
      />
      <FilterMenu
        label="Task"
        options={taskOrder.map((task) => ({ id: task, label: taskFace(task).word }))}
        value={params.task}
        onChange={(task) => onChange({ task })}
      />
    </Toolbar>
  )
}

/** The answer is a file: the page stays where it is. */
function open(path: string): void {
  window.location.assign(path)
}
