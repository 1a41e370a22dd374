import type { Connection, Proposal, ProposalRevision, Review } from '@/generated/prisma/client'
import { changeSchema } from '@/lib/control-loop/diff/domain/change'
import { describeChange } from '@/lib/control-loop/diff/domain/describe-change'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import type { Actor } from '@/lib/platform/context'
import type { ProposalSummary } from '../contract'
import { describeActions } from '../domain/describe-actions'
import { fromDbState } from '../domain/proposal-state'
import { type ParsedRevision, parseRevision } from './parse-revision'

/** Without the baseline: a list must not carry a whole schema per row. */
export const summaryInclude = {
  connection: { omit: { baseline: true } },
  revisions: true,
  reviews: true,
  changes: { include: { change: true } },
} as const

export type ProposalWithParts = Proposal & {
  connection: Omit<Connection, 'baseline'>
  revisions: ProposalRevision[]
  reviews: Review[]
  changes: { change: { details: unknown; schema: string | null; table: string | null; column: string | null } }[]
}

/** The revision that counts now. */
export function currentRevision(proposal: ProposalWithParts): ParsedRevision {
  const row = proposal.revisions.find(({ revision }) => revision === proposal.revision)
  if (!row) throw new Error(`P-${proposal.number} has no revision ${proposal.revision}`)
  return parseRevision(row)
}

/** What was drafted before anybody edited it. */
export function draftedActions(proposal: ProposalWithParts): ParsedRevision['actions'] {
  const first = proposal.revisions.find(({ revision }) => revision === 1)
  return first ? parseRevision(first).actions : []
}

/** Path shown for the object: connection name in front, as people call it. */
export function objectPath(proposal: Proposal): string {
  return [proposal.schema, proposal.table, proposal.column].filter((part) => part !== null).join('.')
}

/** Everyone who wrote any part: they never approve it. */
export function writersOf(proposal: ProposalWithParts): Set<string> {
  return new Set(
    [proposal.authorUserId, ...proposal.revisions.map(({ editorUserId }) => editorUserId)].filter((id) => id !== null),
  )
}

/** Approvals of exactly the current revision and plan that still count. */
export function countedApprovals(proposal: ProposalWithParts, planHash: string, now: Date): Review[] {
  return proposal.reviews.filter(
    (review) =>
      review.decision === 'approve' &&
      review.revision === proposal.revision &&
      review.planHash === planHash &&
      review.voidedAt === null &&
      (review.usedAt !== null || review.expiresAt === null || review.expiresAt > now),
  )
}

/** Why the row is here: the change it answers, or what a person wrote. */
function reasonOf(proposal: ProposalWithParts, revision: ParsedRevision): string {
  const rename = revision.actions.find((action) => action.kind === 'confirm-rename')
  if (rename) return `Looks like \`${rename.from}\` under a new name.`
  const [first] = proposal.changes
  return first ? withoutObject(describeChange(changeSchema.parse(first.change.details)).sentence) : revision.rationale
}

/** The row names the object already: its sentence goes on without it. */
function withoutObject(sentence: string): string {
  const rest = sentence.replace(/^(Table |Schema )?`[^`]*` /, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

function snoozeOf({ snoozeWake, snoozedUntil, snoozedAt, snoozedBy }: Proposal): ProposalSummary['snooze'] {
  if (snoozeWake === null || snoozedAt === null) return null
  return {
    wake: snoozeWake as 'time' | 'sync' | 'change',
    until: snoozedUntil?.toISOString() ?? null,
    by: snoozedBy ?? 'somebody',
    at: snoozedAt.toISOString(),
  }
}

/** One row of the queue, as the person asking may see and decide it. */
export function summariseProposal(proposal: ProposalWithParts, actor: Actor, now: Date): ProposalSummary {
  const revision = currentRevision(proposal)
  const path = objectPath(proposal)
  const { verb, path: told } = describeActions(revision.actions, path)
  const approvals = countedApprovals(proposal, revision.planHash, now)
  const reason = reasonOf(proposal, revision)
  const drafter = revision.drafters[0]
  return {
    id: proposal.id,
    number: proposal.number,
    revision: proposal.revision,
    state: fromDbState(proposal.state),
    verb,
    path: told || path,
    risk: revision.risk,
    reason,
    connection: {
      id: proposal.connection.id,
      name: proposal.connection.schemaName,
      service: proposal.connection.service,
      isPlanned: proposal.connection.externalId === null,
    },
    authorName: drafter ? (drafter.source === 'rule' ? `rule ${drafter.name}` : drafter.name) : 'Headgate',
    approvalsNeeded: revision.verdict.approvalsNeeded,
    approvals: approvals.length,
    dueAt: proposal.dueAt?.toISOString() ?? null,
    escalatedAt: proposal.escalatedAt?.toISOString() ?? null,
    snooze: snoozeOf(proposal),
    createdAt: proposal.createdAt.toISOString(),
    updatedAt: proposal.updatedAt.toISOString(),
    canDecide:
      proposal.state === 'in_review' &&
      revision.verdict.decision !== 'block' &&
      actor.userId !== null &&
      can(actor.role, 'reviews.write') &&
      !writersOf(proposal).has(actor.userId) &&
      !approvals.some(({ userId }) => userId === actor.userId),
  }
}
