import { clsx } from 'clsx'
import { ChevronRight } from 'lucide-react'
import { formatClockSeconds } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import { StepOutcome } from '@/components/ui/step-outcome'
import { Cell } from '@/components/ui/table/cell'
import { Row } from '@/components/ui/table/row'
import type { ApplyRunSummary } from '@/lib/control-loop/apply/contract'
import { formatTook } from './format-took'
import { describeMoves } from './prepare-moves'
import { type RunStep, stepOutcomeOf, stepTookMs } from './prepare-step-phases'
import { StepDetail } from './step-detail'
import { StepTitle } from './step-title'

export type StepRowProps = {
  step: RunStep
  runState: ApplyRunSummary['state']
  connectionName: string
  isOpen: boolean
  onToggle: () => void
}

const running: readonly RunStep['state'][] = ['intent', 'looked', 'called', 'read-back']

/** One step of the plan, executed as shown; its phases open below it. */
export function StepRow({ step, runState, connectionName, isOpen, onToggle }: StepRowProps) {
  const { index, title, request, moves } = step.step
  const isRunning = runState === 'applying' && running.includes(step.state)
  const took = stepTookMs(step)
  const at = step.doneAt ?? step.readBackAt ?? step.calledAt ?? step.lookedAt ?? step.intentAt
  const tone = isRunning ? 'running' : step.state === 'waits' ? 'quiet' : undefined
  return (
    <>
      <Row tone={tone}>
        <Cell tone="ink-3">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={`Phases of step ${index + 1}`}
            data-inset-focus=""
            onClick={onToggle}
            className="flex h-6 min-w-6 items-center gap-1 rounded-1 text-ink-3 hover:text-ink"
          >
            <span className={clsx('text-ink-3', isOpen && 'rotate-90')}>
              <Icon of={ChevronRight} size={12} />
            </span>
            {index + 1}
          </button>
        </Cell>
        <Cell isRowHead>
          <StepTitle title={title} />
        </Cell>
        <Cell text="mono">
          {request ? (
            <span title={`${request.method} ${request.path}`}>
              <b className="font-semibold">{request.method}</b>{' '}
              <span className="text-ink-2">…/{request.path.split('/').at(-1)}</span>
            </span>
          ) : (
            <span className="font-sans text-xs tracking-normal text-ink-3">in Headgate only</span>
          )}
        </Cell>
        <Cell text="small">{describeMoves(moves)}</Cell>
        <Cell>
          <StepOutcome {...stepOutcomeOf(step.state, runState)} />
        </Cell>
        <Cell align="end" text="small" tone="ink-2">
          {took === null ? '' : formatTook(took)}
        </Cell>
        <Cell align="end" text="mono" tone="ink-3">
          {at ? formatClockSeconds(at) : ''}
        </Cell>
      </Row>
      {isOpen && (
        <Row tone={tone}>
          <Cell />
          <Cell span={6} isTall>
            <StepDetail step={step} isRunning={isRunning} connectionName={connectionName} />
          </Cell>
        </Row>
      )}
    </>
  )
}
