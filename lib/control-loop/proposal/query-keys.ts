import type { ProposalListQuery } from './contract'

export const proposalKeys = {
  all: ['proposals'] as const,
  list: (filters: Partial<ProposalListQuery>) => ['proposals', 'list', filters] as const,
  detail: (proposalId: string) => ['proposals', 'detail', proposalId] as const,
}
