'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Avatar } from '@/components/ui/avatar'
import { Block } from '@/components/ui/block'
import { Button } from '@/components/ui/button'
import { Sentence } from '@/components/ui/sentence'
import { TextArea } from '@/components/ui/text-area'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { commentMutation } from '@/lib/control-loop/proposal/queries'
import { can, whoCan } from '@/lib/platform/auth/roles-and-permissions'
import { joinRoles } from './prepare-action-bar'
import { type ThreadEntry, threadWithoutDecisions } from './prepare-thread'
import type { Viewer } from './viewer'

export type ThreadBlockProps = {
  detail: ProposalDetail
  viewer: Viewer
  now: number
  /** What was typed and not sent, by proposal: it survives moving through the queue. */
  drafts: Map<string, string>
}

/** What people and Headgate said about it, oldest first, and room for a comment. */
export function ThreadBlock({ detail, viewer, now, drafts }: ThreadBlockProps) {
  const entries = threadWithoutDecisions(detail)
  const client = useQueryClient()
  const [text, setText] = useState(drafts.get(detail.id) ?? '')
  const comment = useMutation(commentMutation(client, detail.id))
  const mayComment = can(viewer.role, 'proposals.comment')

  function keep(next: string) {
    setText(next)
    drafts.set(detail.id, next)
  }

  return (
    <Block title="Thread" note={entries.length} isFollowing>
      <ul>
        {entries.map((entry) => (
          <Entry key={`${entry.at}-${entry.authorName}-${entry.text}`} entry={entry} now={now} viewer={viewer} />
        ))}
      </ul>
      <div className="mt-2 max-w-[640px] space-y-1.5">
        <TextArea
          label="Comment"
          isLabelHidden
          placeholder={mayComment ? 'Comment' : `Only ${joinRoles(whoCan('proposals.comment'))} comment.`}
          value={text}
          onChange={keep}
          rows={2}
          maxLength={4000}
          isDisabled={!mayComment}
        />
        <ProblemMessage error={comment.error} what="The comment" />
        {text.trim() !== '' && (
          <Button
            isPending={comment.isPending}
            onPress={() => comment.mutate(text.trim(), { onSuccess: () => keep('') })}
          >
            Comment
          </Button>
        )}
      </div>
    </Block>
  )
}

function Entry({ entry, now, viewer }: { entry: ThreadEntry; now: number; viewer: Viewer }) {
  return (
    <li className="flex gap-2.5 py-1 text-xs leading-[18px]">
      <Avatar name={entry.authorName} isMe={entry.authorName === viewer.name} isDecorative />
      <div className="min-w-0 wrap-anywhere">
        <b className="font-medium">{entry.authorName}</b>{' '}
        <span className="text-ink-3">
          <TimeAgo at={entry.at} now={now} look="row" />
          {entry.revision !== null && `, rev ${entry.revision}`}
        </span>
        <p className="whitespace-pre-line">
          <Sentence text={entry.text} />
        </p>
      </div>
    </li>
  )
}
