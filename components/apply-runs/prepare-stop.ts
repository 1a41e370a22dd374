import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'
import type { RunStep } from './prepare-step-phases'

export interface StopFacts {
  holds: string
  readAgain: string
  untouched: string
  waysOut: string
}

/** [1, 2, 3, 5] in, "Steps 1 to 3 and 5" out. */
export function nameSteps(indexes: readonly number[]): string {
  const spans: [number, number][] = []
  for (const index of indexes) {
    const last = spans.at(-1)
    if (last && last[1] === index - 1) last[1] = index
    else spans.push([index, index])
  }
  const words = spans.map(([from, to]) =>
    from === to ? `${from + 1}` : to === from + 1 ? `${from + 1} and ${to + 1}` : `${from + 1} to ${to + 1}`,
  )
  const noun = indexes.length === 1 ? 'Step' : 'Steps'
  if (words.length < 2) return `${noun} ${words.join('')}`
  return `${noun} ${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** A step that ended before its call left nothing behind; anything from the call on has to be looked at. */
function isUncertain(step: RunStep): boolean {
  if (step.state === 'failed') return step.calledAt !== null
  return ['intent', 'looked', 'called', 'read-back'].includes(step.state)
}

/** What holds, what must be read again first, what is untouched, and the two ways out, if the run stopped at this moment or has. */
export function prepareStop(run: Pick<ApplyRunDetail, 'steps'>): StopFacts {
  const { steps } = run
  const indexes = (of: (step: RunStep) => boolean) => steps.filter(of).map(({ step }) => step.index)
  const held = indexes(({ state }) => state === 'done' || state === 'already-so')
  const uncertain = indexes(isUncertain)
  const untouched = indexes(
    (step) =>
      step.state === 'waits' ||
      step.state === 'changed-elsewhere' ||
      (step.state === 'failed' && step.calledAt === null),
  )
  const mine = steps.filter(({ state }) => state === 'done')
  const reversible = mine.filter(({ step }) => step.reverse.length > 0).map(({ step }) => step.index)
  const next = steps.find(({ state }) => state !== 'done' && state !== 'already-so')
  const goOn = next ? `Continue from step ${next.step.index + 1}` : 'Nothing is left to do'
  const back =
    reversible.length > 0
      ? `or propose to revert ${nameSteps(reversible).toLowerCase()}, which needs its own approval.`
      : 'or leave it: nothing that was done can be reverted by a step.'
  return {
    holds: held.length > 0 ? `${nameSteps(held)}.` : 'Nothing was done yet.',
    readAgain:
      uncertain.length > 0
        ? `${nameSteps(uncertain)}. The result is looked up before anything is repeated.`
        : 'Nothing is in doubt.',
    untouched: untouched.length > 0 ? `${nameSteps(untouched)}.` : 'None.',
    waysOut: mine.length === 0 ? `${goOn}, or leave it: nothing moved.` : `${goOn}, ${back}`,
  }
}
