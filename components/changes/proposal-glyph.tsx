import { StateGlyph } from '@/components/ui/state-glyph'
import type { ChangeView } from '@/lib/control-loop/diff/contract'
import { proposalStateSchema } from '@/lib/control-loop/proposal/contract'

export type ProposalGlyphProps = { change: Pick<ChangeView, 'state' | 'proposals'> }

/** How far the answer to a change is: the latest proposal's gate and how many there are, or what closed it. */
export function ProposalGlyph({ change }: ProposalGlyphProps) {
  const latest = change.proposals[0]
  const state = proposalStateSchema.safeParse(latest?.state).data
  if (latest && state) {
    const count = change.proposals.length
    return <StateGlyph state={state} word={count === 1 ? `P-${latest.number}` : `${count} proposals`} />
  }
  const words = { open: 'No proposal', accepted: 'Accepted', resolved: 'Gone again' } as const
  return <span className="text-xs text-ink-3">{words[change.state]}</span>
}
