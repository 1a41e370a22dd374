import { auditVerb } from '@/lib/platform/audit/audit-actions'
import { db } from '@/lib/platform/db/client'
import type { ProposalDetail } from '../contract'

const shown: Record<string, 'review' | 'revision' | 'system'> = {
  'proposal.drafted': 'system',
  'proposal.revised': 'revision',
  'proposal.approved': 'review',
  'proposal.auto-approved': 'system',
  'proposal.rejected': 'review',
  'proposal.changes-requested': 'review',
  'proposal.decision-refused': 'review',
  'proposal.went-stale': 'system',
  'proposal.superseded': 'system',
  'proposal.expired': 'system',
  'proposal.verified': 'system',
  'proposal.failed': 'system',
}

function textOf(action: string, label: string, detail: unknown): string {
  const read = (key: string): string | null => {
    const value: unknown = typeof detail === 'object' && detail !== null ? Reflect.get(detail, key) : null
    return typeof value === 'string' && value !== '' ? value : null
  }
  const why = read('reason') ?? read('sentence') ?? read('why')
  const verb = auditVerb(action)
  return why ? `${verb} ${label}: ${why}` : `${verb} ${label}`
}

/** What people and Headgate said and did about a proposal, oldest first: comments, and the decisions as the audit has them. */
export async function readThread(proposal: { id: string }): Promise<ProposalDetail['thread']> {
  const [comments, events] = await Promise.all([
    db.proposalComment.findMany({ where: { proposalId: proposal.id } }),
    db.auditEvent.findMany({
      where: { objectType: 'proposal', objectId: proposal.id, action: { in: Object.keys(shown) } },
    }),
  ])
  const said = comments.map((comment) => ({
    at: comment.createdAt.toISOString(),
    kind: 'comment' as const,
    authorName: comment.authorName,
    text: comment.text,
    revision: null,
  }))
  const done = events.map((event) => {
    const revision: unknown =
      typeof event.detail === 'object' && event.detail !== null ? Reflect.get(event.detail, 'revision') : null
    return {
      at: event.at.toISOString(),
      kind: shown[event.action] ?? ('system' as const),
      authorName: event.actorName,
      text: textOf(event.action, event.objectLabel, event.detail),
      revision: typeof revision === 'number' ? revision : null,
    }
  })
  return [...said, ...done].sort((one, other) => one.at.localeCompare(other.at))
}
