import type { EvaluationListQuery } from './contract'

export const evaluationKeys = {
  all: ['evaluations'] as const,
  list: (filters: EvaluationListQuery) => ['evaluations', 'list', filters] as const,
}
