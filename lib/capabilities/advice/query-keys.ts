import type { LatestAdviceQuery } from './contract'

export const adviceKeys = {
  all: ['advice'] as const,
  detail: (adviceId: string) => ['advice', 'detail', adviceId] as const,
  latest: (asked: LatestAdviceQuery) => ['advice', 'latest', asked] as const,
}
