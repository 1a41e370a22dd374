import { clsx } from 'clsx'
import { DiffSign } from '@/components/ui/diff-sign'
import { DiffWord } from '@/components/ui/diff-word'
import { formatClockSeconds, formatExact } from '@/components/ui/format-time'
import { PathName } from '@/components/ui/path-name'
import { Sentence } from '@/components/ui/sentence'
import { prepareStepPhases, type RunStep, type StepPhase } from './prepare-step-phases'

export type StepDetailProps = { step: RunStep; isRunning: boolean; connectionName: string }

const widths: Record<StepPhase['state'], string> = {
  done: 'w-full bg-water',
  current: 'w-1/2 bg-water',
  failed: 'w-1/2 bg-bad-ink',
  ahead: 'w-0',
  skipped: 'w-0',
}

/** "10:42:00.114": phases are closer together than a second. */
function preciseTime(at: string): string {
  return `${formatClockSeconds(at)}.${String(new Date(at).getUTCMilliseconds()).padStart(3, '0')}`
}

/** More moves than this are counted: the proposal lists them by table. */
const shownMax = 40

/** One step from the inside: intent, look, call, read back, commit with their times, what moved, and what went wrong. */
export function StepDetail({ step, isRunning, connectionName }: StepDetailProps) {
  return (
    <div className="space-y-2.5 pb-1 whitespace-normal">
      <ol className="grid gap-1.5 text-xs leading-[17px] md:grid-cols-5">
        {prepareStepPhases(step, isRunning).map((phase) => (
          <li key={phase.key} aria-current={phase.state === 'current' ? 'step' : undefined} className="min-w-0">
            <span
              aria-hidden="true"
              className="mb-[5px] block h-1 bg-[color-mix(in_oklab,var(--hg-water)_16%,transparent)]"
            >
              <span className={`motion-level block h-1 ${widths[phase.state]}`} />
            </span>
            <span className="flex flex-wrap items-baseline justify-between gap-x-2 pe-2">
              <b
                className={clsx(
                  phase.state === 'current' ? 'font-semibold' : 'font-medium',
                  (phase.state === 'ahead' || phase.state === 'skipped') && 'text-ink-3',
                )}
              >
                {phase.name}
                {phase.state === 'failed' && <span className="text-bad-ink"> stopped here</span>}
              </b>
              {phase.at && (
                <time dateTime={phase.at} title={formatExact(phase.at)} className="font-mono text-[11px] text-ink-3">
                  {preciseTime(phase.at)}
                </time>
              )}
            </span>
            <span className={phase.state === 'ahead' || phase.state === 'skipped' ? 'text-ink-3' : 'text-ink-2'}>
              {phase.fact}
            </span>
          </li>
        ))}
      </ol>
      {step.problem && (
        <p className="text-xs text-bad-ink">
          <Sentence text={step.problem} />
        </p>
      )}
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-xs">
        {step.step.moves.slice(0, shownMax).map((move) => (
          <li key={`${move.path}-${move.field}`} className="flex min-w-0 flex-wrap items-center gap-[7px]">
            <DiffSign kind="changed" />
            <PathName path={move.path || connectionName} />
            <span className="text-ink-2">{move.field}</span>
            <DiffWord side="before" isMono>
              {move.before}
            </DiffWord>
            <span className="text-ink-3">→</span>
            <DiffWord side="after" isMono>
              {move.after}
            </DiffWord>
          </li>
        ))}
        {step.step.moves.length > shownMax && (
          <li className="text-ink-3">and {step.step.moves.length - shownMax} more, all of them in the proposal</li>
        )}
      </ul>
    </div>
  )
}
