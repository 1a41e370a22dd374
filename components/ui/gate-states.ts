/** The eleven drawings. */
export type GateGlyph =
  | 'proposed'
  | 'in-review'
  | 'approved'
  | 'applying'
  | 'applied'
  | 'verified'
  | 'stale'
  | 'failed'
  | 'paused'
  | 'rejected'
  | 'snoozed'

/** Every state a proposal or an apply run may be in, and the two that belong to a person's queue or a connection. */
export type GateState = GateGlyph | 'superseded' | 'expired' | 'waiting' | 'cancelled'

/** Which drawing, word and colour each state has. States that end without a person borrow the nearest drawing. */
export const gateStates: Record<GateState, { glyph: GateGlyph; word: string; colour: string }> = {
  proposed: { glyph: 'proposed', word: 'Proposed', colour: 'text-(--hg-st-proposed)' },
  'in-review': { glyph: 'in-review', word: 'In review', colour: 'text-(--hg-st-in-review)' },
  approved: { glyph: 'approved', word: 'Approved', colour: 'text-(--hg-st-approved)' },
  applying: { glyph: 'applying', word: 'Applying', colour: 'text-(--hg-st-applying)' },
  applied: { glyph: 'applied', word: 'Applied', colour: 'text-(--hg-st-applied)' },
  verified: { glyph: 'verified', word: 'Verified', colour: 'text-(--hg-st-verified)' },
  stale: { glyph: 'stale', word: 'Stale', colour: 'text-(--hg-st-stale)' },
  failed: { glyph: 'failed', word: 'Failed', colour: 'text-(--hg-st-failed)' },
  paused: { glyph: 'paused', word: 'Paused', colour: 'text-(--hg-st-paused)' },
  rejected: { glyph: 'rejected', word: 'Rejected', colour: 'text-(--hg-st-rejected)' },
  snoozed: { glyph: 'snoozed', word: 'Snoozed', colour: 'text-(--hg-st-snoozed)' },
  superseded: { glyph: 'rejected', word: 'Superseded', colour: 'text-(--hg-st-rejected)' },
  expired: { glyph: 'snoozed', word: 'Expired', colour: 'text-(--hg-st-snoozed)' },
  waiting: { glyph: 'approved', word: 'Waits', colour: 'text-(--hg-st-approved)' },
  cancelled: { glyph: 'rejected', word: 'Cancelled', colour: 'text-(--hg-st-rejected)' },
}
