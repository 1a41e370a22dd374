import type { GateGlyph } from '@/components/ui/gate-states'

export type VerbFace = { glyph: GateGlyph | null; colour: string }

const plain: VerbFace = { glyph: null, colour: 'text-ink' }
const quiet: VerbFace = { glyph: null, colour: 'text-ink-2' }
const refused: VerbFace = { glyph: 'failed', colour: 'text-(--hg-st-failed)' }
const stale: VerbFace = { glyph: 'stale', colour: 'text-(--hg-st-stale)' }
const ended: VerbFace = { glyph: 'rejected', colour: 'text-(--hg-st-rejected)' }
const flowing: VerbFace = { glyph: 'applying', colour: 'text-(--hg-st-applying)' }
const verified: VerbFace = { glyph: 'verified', colour: 'text-(--hg-st-verified)' }
const drafted: VerbFace = { glyph: 'proposed', colour: 'text-(--hg-st-proposed)' }

/** The gate drawing of what a decision or an effect did; everything else is words alone. */
const faces: Record<string, VerbFace> = {
  'proposal.drafted': drafted,
  'proposal.revised': drafted,
  'proposal.submitted': { glyph: 'in-review', colour: 'text-(--hg-st-in-review)' },
  'proposal.changes-requested': { glyph: 'in-review', colour: 'text-(--hg-st-in-review)' },
  'proposal.approved': { glyph: 'approved', colour: 'text-(--hg-st-approved)' },
  'proposal.auto-approved': { glyph: 'approved', colour: 'text-(--hg-st-approved)' },
  'proposal.rejected': ended,
  'proposal.superseded': ended,
  'proposal.blocked': refused,
  'proposal.decision-refused': refused,
  'proposal.snoozed': { glyph: 'snoozed', colour: 'text-(--hg-st-snoozed)' },
  'proposal.expired': { glyph: 'snoozed', colour: 'text-(--hg-st-snoozed)' },
  'proposal.went-stale': stale,
  'approval.voided': stale,
  'apply-run.went-stale': stale,
  'apply-run.cancelled': ended,
  'apply-run.requested': flowing,
  'apply-run.claimed': flowing,
  'apply-run.resumed': flowing,
  'apply-step.intended': flowing,
  'apply-step.done': flowing,
  'apply-run.applied': { glyph: 'applied', colour: 'text-(--hg-st-applied)' },
  'proposal.applied': { glyph: 'applied', colour: 'text-(--hg-st-applied)' },
  'apply-run.verified': verified,
  'proposal.verified': verified,
  'connection.paused': { glyph: 'paused', colour: 'text-(--hg-st-paused)' },
}

const troubles = /\.(failed|refused|refresh-failed|webhook-failed|not-verified|detection-failed)$/
const decisions =
  /^(drift-baseline|incident|retraining-hook|person|policy|account|destination|rename|change|class|baseline|check|profiling|sample|models|model-(provider|prices|settings|task|route|sample|export))\./

/** An action in, its drawing and colour out: gates for decisions and effects, red for what was refused or failed, quiet for looking. */
export function verbFace(action: string): VerbFace {
  if (Object.hasOwn(faces, action)) return faces[action] ?? plain
  if (troubles.test(action)) return refused
  return decisions.test(action) ? plain : quiet
}
