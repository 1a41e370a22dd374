import { formatRowTime, formatSpan } from '@/components/ui/format-time'
import type { RailGate, RailStage } from '@/components/ui/prepare-stage-rail'
import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'

type RunFacts = Pick<
  ApplyRunDetail,
  | 'state'
  | 'approvedBy'
  | 'startedByName'
  | 'startedAt'
  | 'finishedAt'
  | 'steps'
  | 'stepsDone'
  | 'stepsTotal'
  | 'verification'
  | 'difference'
>

function firstTouch(facts: RunFacts): string | null {
  return facts.steps.find((step) => step.intentAt !== null)?.intentAt ?? null
}

function applyFact(facts: RunFacts): string {
  if (facts.state === 'failed' && facts.stepsDone < facts.stepsTotal) return 'stopped'
  if (facts.state === 'cancelled') return 'cancelled'
  if (facts.state === 'stale') return 'nothing was sent'
  if (facts.state === 'waiting') return 'waits its turn'
  return facts.stepsDone === facts.stepsTotal ? 'all steps hold' : 'under way'
}

function verifyFact(facts: RunFacts): string {
  if (!facts.verification) return 'by a fresh snapshot'
  const { checks } = facts.verification
  return `${checks.filter((check) => check.outcome === 'held').length} of ${checks.length} checks held`
}

/**
 * Where a run stands: Review, Re-check, Policy, Apply, Verify, Done. Re-check and policy are over once the first step was recorded; a run that went
 * stale ended at the re-check. The gate is open: a run starts behind it.
 */
export function prepareRunRail(facts: RunFacts, now: number): { stages: RailStage[]; gate: RailGate } {
  const touched = firstTouch(facts)
  const isStale = facts.state === 'stale'
  const isApplied = facts.stepsTotal > 0 && facts.stepsDone === facts.stepsTotal
  const isChecked = touched !== null
  const last = facts.approvedBy.at(-1)
  const stages: RailStage[] = [
    {
      key: 'review',
      name: 'Review',
      time: last ? formatRowTime(last.at, now) : null,
      fact: last ? `by ${facts.approvedBy.map(({ name }) => name).join(' and ')}` : `by ${facts.startedByName}`,
      state: 'done',
    },
    {
      key: 're-check',
      name: 'Re-check',
      time: facts.startedAt && touched ? formatSpan(Date.parse(touched) - Date.parse(facts.startedAt)) : null,
      fact: isStale ? 'the live state moved' : isChecked ? 'live state as reviewed' : 'reads the live state',
      state: isChecked ? 'done' : 'current',
    },
    {
      key: 'policy',
      name: 'Policy',
      fact: isChecked ? 'approvals counted again' : null,
      state: isChecked ? 'done' : 'ahead',
    },
    {
      key: 'apply',
      name: 'Apply',
      time: `${facts.stepsDone} of ${facts.stepsTotal} done`,
      fact: applyFact(facts),
      state: isApplied ? 'done' : isChecked ? 'current' : 'ahead',
      progress: facts.stepsTotal === 0 ? 0 : facts.stepsDone / facts.stepsTotal,
    },
    {
      key: 'verify',
      name: 'Verify',
      time: facts.verification ? formatRowTime(facts.verification.at, now) : null,
      fact: verifyFact(facts),
      state: facts.verification?.held ? 'done' : isApplied ? 'current' : 'ahead',
    },
    {
      key: 'done',
      name: 'Done',
      time: facts.state === 'verified' && facts.finishedAt ? formatRowTime(facts.finishedAt, now) : null,
      fact: facts.steps.some(({ step }) => step.reverse.length > 0) ? 'keeps a way back' : 'no step back',
      state: facts.state === 'verified' ? 'done' : 'ahead',
    },
  ]
  // Nothing behind the gate has taken effect before the first step did: until then the channel stays dry.
  const isDry = facts.stepsDone === 0
  return {
    gate: 'open',
    stages: isDry
      ? stages.map((stage) => (stage.key === 're-check' || stage.key === 'policy' ? asDry(stage) : stage))
      : stages,
  }
}

function asDry(stage: RailStage): RailStage {
  return stage.state === 'done' ? { ...stage, state: 'current', progress: 0 } : stage
}
