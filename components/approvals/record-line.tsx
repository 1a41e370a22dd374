import { Target } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { recordSentence, rulesOnlyReason } from './prepare-drafting'

export type RecordLineProps = { detail: Pick<ProposalDetail, 'trackRecord' | 'drafters' | 'drafting'> }

/** What became of others like it, in place of anybody's confidence, and why the rules drafted alone where they did. */
export function RecordLine({ detail }: RecordLineProps) {
  const record = recordSentence(detail)
  const reason = rulesOnlyReason(detail.drafting)
  if (!record && !reason) return null
  return (
    <p className="mt-[7px] flex items-start gap-[7px] text-xs leading-[17px] text-ink-2">
      <span className="mt-[1.5px]">
        <Icon of={Target} />
      </span>
      <span className="min-w-0">
        {record}
        {record && reason && ' '}
        {reason && (
          <>
            <b className="font-medium text-ink">Rules only:</b> {reason}.
          </>
        )}
      </span>
    </p>
  )
}
