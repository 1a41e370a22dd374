'use client'

import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Mapping, MappingAnswer } from '@/lib/capabilities/mapping/contract'
import { mappingKeys } from '@/lib/capabilities/mapping/queries'

export interface MappingDraft {
  /** What was proposed. */
  answer: MappingAnswer
  /** What has become of it. */
  mapping: Mapping
  /** Grows with every edit, so that no document of an older one is taken for this. */
  revision: number
  /** Grows when all edits are undone: fields then start anew. */
  resets: number
}

/** The proposal being edited. It lives in this tab only and survives looking at other pages. */
export function useMappingDraft() {
  const client = useQueryClient()
  const { data } = useQuery<MappingDraft | null>({
    queryKey: mappingKeys.draft,
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
  const set = (next: (draft: MappingDraft) => MappingDraft) =>
    client.setQueryData<MappingDraft | null>(mappingKeys.draft, (draft) => (draft ? next(draft) : draft))
  return {
    draft: data ?? null,
    open: (answer: MappingAnswer) =>
      client.setQueryData<MappingDraft>(mappingKeys.draft, { answer, mapping: answer.mapping, revision: 0, resets: 0 }),
    close: () => client.setQueryData<MappingDraft | null>(mappingKeys.draft, null),
    edit: (change: (mapping: Mapping) => Mapping) =>
      set((draft) => ({ ...draft, mapping: change(draft.mapping), revision: draft.revision + 1 })),
    undoAll: () =>
      set((draft) => ({
        ...draft,
        mapping: draft.answer.mapping,
        revision: draft.revision + 1,
        resets: draft.resets + 1,
      })),
  }
}
