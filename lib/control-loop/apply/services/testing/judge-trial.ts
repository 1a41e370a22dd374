import type { Loop } from '@/lib/testing/start-loop'
import type { PreparedTrial } from './prepare-trial'

/** What a trial can be found guilty of. The sandbox's own log of what changed there is the judge, not what Headgate says of itself. */
export type Fault = 'duplicate' | 'lost step' | 'moved base' | 'limbo' | 'audit'

/** Holds what the sandbox saw against what was approved, and against Headgate's own record: each step once, each with one event in the trail. */
export async function judgeTrial(
  loop: Loop,
  prepared: PreparedTrial,
  ended: boolean,
): Promise<{ fault: Fault; why: string }[]> {
  const { runId, from, wanted, trial } = prepared
  const run = await loop.db.applyRun.findUniqueOrThrow({
    where: { id: runId },
    include: { steps: { orderBy: { index: 'asc' } } },
  })
  if (!ended) return [{ fault: 'limbo', why: `is still ${run.state}` }]
  const effects = (await loop.sandbox.effects()).slice(from).filter(({ effect }) => effect.length > 0)
  const faults: { fault: Fault; why: string }[] = []
  const seen = effects.map(({ method, path, body }) => `${method} ${path} ${JSON.stringify(body)}`)
  if (new Set(seen).size < seen.length || effects.length > wanted.effects) {
    faults.push({ fault: trial.kind === 'moved' ? 'moved base' : 'duplicate', why: seen.join(' · ') })
  }
  if (effects.length < wanted.effects)
    faults.push({ fault: 'lost step', why: `${effects.length} of ${wanted.effects} took effect` })
  if (run.state !== wanted.state) faults.push({ fault: 'lost step', why: `ended ${run.state}: ${run.problem}` })
  const events = await loop.db.auditEvent.findMany({
    where: { objectId: runId },
    select: { action: true, objectLabel: true },
  })
  for (const step of run.steps) {
    const label = `R-${run.number} step ${step.index + 1}`
    const told = events.filter(
      ({ action, objectLabel }) => action === 'apply-step.done' && objectLabel === label,
    ).length
    const is = step.state === 'done' || step.state === 'already-so' ? 1 : 0
    if (told !== is)
      faults.push({
        fault: 'audit',
        why: `step ${step.index + 1} is ${step.state} and the trail says done ${told} times`,
      })
  }
  return faults
}
