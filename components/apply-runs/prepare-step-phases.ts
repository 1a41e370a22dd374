import type { StepOutcomeKind } from '@/components/ui/step-outcome'
import type { ApplyRunDetail, ApplyRunSummary } from '@/lib/control-loop/apply/contract'

export type RunStep = ApplyRunDetail['steps'][number]
export interface StepPhase {
  key: 'intent' | 'look' | 'call' | 'read-back' | 'commit'
  name: string
  at: string | null
  fact: string
  state: 'done' | 'current' | 'ahead' | 'failed' | 'skipped'
}

/** Beginning of each phase after the one before it is done. */
const reached: Record<RunStep['state'], number> = {
  waits: 0,
  intent: 1,
  looked: 2,
  called: 3,
  'read-back': 4,
  done: 5,
  'already-so': 5,
  'changed-elsewhere': 2,
  failed: 0,
}

function lastPhaseOf(step: RunStep): number {
  if (step.state !== 'failed') return reached[step.state]
  return [step.intentAt, step.lookedAt, step.calledAt, step.readBackAt].filter((at) => at !== null).length
}

function seconds(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`
}

/**
 * The five phases of one step with their times. A step that touches nothing outside has neither look nor call; one that was already so made no call; one
 * that somebody else changed stopped after its look.
 */
export function prepareStepPhases(step: RunStep, isRunning: boolean): StepPhase[] {
  const isInside = step.step.applyPath === 'catalog'
  const hasEnded = step.state === 'failed' || step.state === 'changed-elsewhere'
  const reachedNow = lastPhaseOf(step)
  const madeCall = step.calledAt !== null
  const stateAt = (index: number): StepPhase['state'] => {
    const isSkipped = (isInside && index > 0 && index < 4) || (!madeCall && reachedNow === 5 && index === 2)
    if (isSkipped) return 'skipped'
    if (index < reachedNow) return 'done'
    if (index > reachedNow) return 'ahead'
    if (hasEnded) return 'failed'
    return isRunning ? 'current' : 'ahead'
  }
  const look =
    step.state === 'already-so'
      ? 'already as wanted'
      : step.state === 'changed-elsewhere'
        ? 'somebody else changed it'
        : step.lookedAt
          ? 'as planned'
          : 'reads the live value'
  const call =
    step.callStatus !== null
      ? `${step.callStatus}${step.callTookMs === null ? '' : ` in ${seconds(step.callTookMs)}`}`
      : reachedNow === 5
        ? 'no call made'
        : 'one request'
  const phases = [
    { key: 'intent', name: 'Intent', at: step.intentAt, fact: step.intentAt ? 'recorded' : 'records what it will do' },
    { key: 'look', name: 'Look', at: step.lookedAt, fact: isInside ? 'nothing outside' : look },
    { key: 'call', name: 'Call', at: step.calledAt, fact: isInside ? 'nothing outside' : call },
    {
      key: 'read-back',
      name: 'Read back',
      at: step.readBackAt,
      fact: isInside ? 'nothing outside' : step.readBackAt ? 'as wanted' : 'reads it again',
    },
    { key: 'commit', name: 'Commit', at: step.doneAt, fact: step.doneAt ? 'recorded, fenced' : 'fenced' },
  ] as const
  return phases.map((phase, index) => ({ ...phase, state: stateAt(index) }))
}

const outcomes: Record<RunStep['state'], StepOutcomeKind> = {
  waits: 'waits',
  intent: 'running',
  looked: 'running',
  called: 'running',
  'read-back': 'running',
  done: 'done',
  'already-so': 'already-so',
  'changed-elsewhere': 'changed-by-someone',
  failed: 'failed',
}
const runningWords: Partial<Record<RunStep['state'], string>> = {
  intent: 'Looking',
  looked: 'Calling',
  called: 'Reading back',
  'read-back': 'Committing',
}
const over: readonly ApplyRunSummary['state'][] = ['failed', 'stale', 'cancelled']

/** What became of a step, as the table says it. In a run that is over, what waited is untouched and what was under way must be read again. */
export function stepOutcomeOf(
  state: RunStep['state'],
  runState: ApplyRunSummary['state'],
): { outcome: StepOutcomeKind; word?: string } {
  const outcome = outcomes[state]
  if (!over.includes(runState)) return { outcome, word: runningWords[state] }
  if (outcome === 'waits') return { outcome: 'skipped' }
  return outcome === 'running' ? { outcome: 'failed', word: 'Read again first' } : { outcome }
}

/** How long a step took so far, from its intent to its last record; null before it began. */
export function stepTookMs(step: RunStep): number | null {
  if (!step.intentAt) return null
  const last = [step.doneAt, step.readBackAt, step.calledAt, step.lookedAt].find((at) => at !== null)
  return last ? Math.max(0, Date.parse(last) - Date.parse(step.intentAt)) : null
}

/** The step whose detail is open at first: the one under way, else the one that ended the run, else none. */
export function openStepIndex(steps: readonly RunStep[]): number | null {
  const found = steps.find(({ state }) => !['waits', 'done', 'already-so'].includes(state))
  return found?.step.index ?? null
}
