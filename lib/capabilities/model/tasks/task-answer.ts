import type { ModelAnswer } from '@/lib/capabilities/model/domain/model-answer'

/** What a task gives back: a checked answer, or none with a sentence for people that says what stands instead. */
export type TaskAnswer<Output> =
  | Extract<ModelAnswer<Output>, { outcome: 'answered' }>
  | (Extract<ModelAnswer<Output>, { outcome: 'none' }> & { sentence: string })

/** What a caller of a task says of itself; the check is the task's own. */
export type AskOf<Ask> = Omit<Ask, 'check'>
