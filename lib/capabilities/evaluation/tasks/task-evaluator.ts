import type { z } from 'zod'
import type { Choice, FactSet } from '@/lib/capabilities/evaluation/domain/score-answers'
import type { ModelAsk } from '@/lib/capabilities/model/domain/model-answer'
import type { TaskAnswer } from '@/lib/capabilities/model/tasks/task-answer'

export interface Scored {
  choices: Choice[]
  facts: FactSet[]
}

/** Who asks, for the ledger. */
export type Asker = Omit<ModelAsk<never>, 'check'>

/** How the cases of one task are read, answered by the rules and by a model, and laid against what is true. */
export interface TaskEvaluator<Case, Answer> {
  case: z.ZodType<Case>
  version: string
  /** What the built-in rules say; the same form as a model's answer. */
  byRules(one: Case): Promise<Answer> | Answer
  byModel(one: Case, asker: Asker): Promise<TaskAnswer<Answer>>
  /** null: the contender gave nothing. */
  score(one: Case, answer: Answer | null): Scored
}

/** One case answered and scored by either contender: what the form of cases and answers is does not matter outside. */
export interface AnyEvaluator {
  version: string
  read(line: unknown): { ask(contender: 'rules' | Asker): Promise<{ scored: Scored; isUnanswered: boolean }> } | string
}

/** Closes an evaluator over its own types. */
export function asEvaluator<Case, Answer>(of: TaskEvaluator<Case, Answer>): AnyEvaluator {
  return {
    version: of.version,
    read: (line) => {
      const parsed = of.case.safeParse(line)
      if (!parsed.success) return parsed.error.message
      const one = parsed.data
      return {
        ask: async (contender) => {
          if (contender === 'rules') {
            return { scored: of.score(one, await of.byRules(one)), isUnanswered: false }
          }
          const answer = await of.byModel(one, contender)
          const isUnanswered = answer.outcome === 'none'
          return { scored: of.score(one, isUnanswered ? null : answer.output), isUnanswered }
        },
      }
    },
  }
}
