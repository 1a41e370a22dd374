'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ProblemMessage } from '@/components/console/problem-message'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ThreadView } from '@/lib/control-loop/notify/contract'
import { replayThreadMutation } from '@/lib/control-loop/notify/queries'
import { SettingsSection } from '../settings-section'
import { threadWords } from './prepare-channel'

export type ThreadsSectionProps = { threads: readonly ThreadView[]; mayReplay: boolean }

/** What was told and what is on its way, newest first; what was given up on can be sent again. */
export function ThreadsSection({ threads, mayReplay }: ThreadsSectionProps) {
  const now = useNow()
  const replay = useMutation(replayThreadMutation(useQueryClient()))
  return (
    <SettingsSection
      title="Notices"
      note="One thread a matter and channel. The same matter again joins its thread; it ends with a recovery note."
    >
      {threads.length === 0 ? (
        <p className="text-ink-2">
          Nothing was told yet. A rule of the <Link href="/settings/policies">policy</Link> says what opens a ticket or
          sends a message.
        </p>
      ) : (
        <ul aria-label="Notices" className="grid">
          {threads.map((thread) => (
            <li
              key={thread.id}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-line py-1.5 first:border-t-0"
            >
              <span className="w-24 shrink-0">
                {thread.proposal ? (
                  <Link href={`/approvals/${thread.proposal.id}`}>P-{thread.proposal.number}</Link>
                ) : (
                  'Removed'
                )}
                {thread.causes > 1 && <span className="text-xs text-ink-3"> and {thread.causes - 1} more</span>}
              </span>
              <span className="min-w-0 wrap-anywhere">
                {revealInvisible(thread.channelName)}
                {thread.reference && thread.link && (
                  <>
                    {' '}
                    <Link href={thread.link} isExternal>
                      {revealInvisible(thread.reference)}
                    </Link>
                  </>
                )}
              </span>
              <span className={thread.state === 'dead' ? 'text-bad-ink' : 'text-ink-2'}>
                {threadWords[thread.state]}
              </span>
              <span className="text-xs text-ink-3">
                <TimeAgo at={thread.lastTry?.at ?? thread.openedAt} now={now} />
              </span>
              {thread.problem && <span className="w-full text-xs text-ink-3">{revealInvisible(thread.problem)}</span>}
              {thread.state === 'dead' && (
                <Button
                  size="sm"
                  onPress={() => replay.mutate(thread.id)}
                  isPending={replay.isPending && replay.variables === thread.id}
                  isDisabled={!mayReplay}
                >
                  Send again
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ProblemMessage error={replay.error} what="Sending it again" />
    </SettingsSection>
  )
}
