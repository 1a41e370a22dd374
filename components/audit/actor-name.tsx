import { Ticket } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { AuditEventView } from '@/lib/platform/audit/contract'

export type ActorNameProps = { actor: AuditEventView['actor']; isMe: boolean }

/** Who did it: a person with initials, a process of ours with its own sign. */
export function ActorName({ actor, isMe }: ActorNameProps) {
  return (
    <span className="inline-flex max-w-full items-center gap-2 align-middle">
      {actor.kind === 'user' ? (
        <Avatar name={actor.name} isMe={isMe} isDecorative />
      ) : (
        <span className="grid size-5 shrink-0 place-items-center text-ink-3">
          <Icon of={Ticket} />
        </span>
      )}
      <span className={`truncate ${actor.kind === 'user' ? '' : 'text-ink-2'}`}>{revealInvisible(actor.name)}</span>
    </span>
  )
}
