import { Avatar } from '@/components/ui/avatar'
import { Block } from '@/components/ui/block'
import { Sentence } from '@/components/ui/sentence'
import { StateGlyph } from '@/components/ui/state-glyph'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'

export type ReviewsBlockProps = {
  detail: Pick<ProposalDetail, 'reviews' | 'approvals' | 'approvalsNeeded'>
  now: number
}

const faces = {
  approve: { state: 'approved', word: 'Approved' },
  reject: { state: 'rejected', word: 'Rejected' },
  'request-changes': { state: 'proposed', word: 'Asked for changes' },
} as const

/** Who decided what on which revision, and whether it still counts. */
export function ReviewsBlock({ detail, now }: ReviewsBlockProps) {
  return (
    <Block title="Decisions" note={`${detail.approvals} of ${detail.approvalsNeeded} approvals count`} isFollowing>
      <ul>
        {detail.reviews.map((review) => (
          <li key={`${review.at}-${review.person.id}`} className="flex gap-2.5 py-1 text-xs leading-[18px]">
            <Avatar name={review.person.name} isDecorative />
            <div className="min-w-0 wrap-anywhere">
              <span className="flex flex-wrap items-center gap-x-2">
                <b className="font-medium">{review.person.name}</b>
                {review.onBehalfOf && <span className="text-ink-2">for {review.onBehalfOf.name}</span>}
                <StateGlyph {...faces[review.decision]} />
                <span className="text-ink-3">
                  <TimeAgo at={review.at} now={now} look="row" />, rev {review.revision}
                </span>
              </span>
              {review.reason && (
                <p className="whitespace-pre-line">
                  <Sentence text={review.reason} />
                </p>
              )}
              {review.decision === 'approve' && !review.counts && (
                <p className="text-ink-3">
                  No longer counts.{' '}
                  <Sentence text={review.voidReason ?? 'It was for another revision, or too long ago.'} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Block>
  )
}
