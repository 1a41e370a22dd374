import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'

type Thread = Pick<ProposalDetail, 'thread' | 'reviews'>
export type ThreadEntry = ProposalDetail['thread'][number]

/** The audit's moment of a decision and the decision's own are a few milliseconds apart. */
const sameMomentMs = 2_000

/** What is said in the thread: everything but the decisions, which the list of decisions tells with their reasons. */
export function threadWithoutDecisions({ thread, reviews }: Thread): ThreadEntry[] {
  return thread.filter(
    (entry) =>
      entry.kind !== 'review' ||
      !reviews.some(
        (review) =>
          review.person.name === entry.authorName &&
          Math.abs(Date.parse(review.at) - Date.parse(entry.at)) < sameMomentMs,
      ),
  )
}
