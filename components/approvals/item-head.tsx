import { ChevronDown, ChevronLeft, ChevronUp } from 'lucide-react'
import { PageHeader } from '@/components/layout/page-header'
import { formatDistance, formatStamp } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { RiskBadge } from '@/components/ui/risk-badge'
import { Sentence } from '@/components/ui/sentence'
import { StateGlyph } from '@/components/ui/state-glyph'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { draftedBy } from './prepare-drafters'
import type { QueuePlace } from './prepare-queue'

export type ItemHeadProps = {
  detail: ProposalDetail
  place: QueuePlace
  listHref: string
  now: number
  onSelect: (proposalId: string) => void
}

const riskWords = { low: 'Low risk', medium: 'Medium risk', high: 'High risk' } as const

/** Verb and object, risk, number and place in the queue; one sentence; who drafted it and until when it waits. */
export function ItemHead({ detail, place, listHref, now, onSelect }: ItemHeadProps) {
  const move = (id: string | null) => (id === null ? undefined : () => onSelect(id))
  const stepper = (
    <span className="flex items-center gap-1">
      <IconButton
        icon={<Icon of={ChevronUp} />}
        label="Previous in the queue"
        keys="K"
        kind="outline"
        size="sm"
        isDisabled={place.previousId === null}
        onPress={move(place.previousId)}
      />
      <IconButton
        icon={<Icon of={ChevronDown} />}
        label="Next in the queue"
        keys="J"
        kind="outline"
        size="sm"
        isDisabled={place.nextId === null}
        onPress={move(place.nextId)}
      />
    </span>
  )
  const position = place.position !== null && `${place.position} of ${place.of}`
  return (
    <>
      <div className="flex h-11 items-center gap-2 border-b border-line px-4 md:hidden">
        <Link href={listHref} look="plain">
          <span className="flex h-11 items-center gap-1 font-medium">
            <Icon of={ChevronLeft} size={16} />
            Approvals
          </span>
        </Link>
        <span className="ms-auto text-xs text-ink-3">{position}</span>
        {stepper}
      </div>
      <PageHeader
        gutter="item"
        title={
          <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-1.5">
            {detail.verb} <PathName path={detail.path || detail.connection.name} size="title" />
          </span>
        }
        status={
          <>
            <RiskBadge risk={detail.risk} word={riskWords[detail.risk]} />
            {detail.state !== 'in-review' && <StateGlyph state={detail.state} />}
          </>
        }
        summary={<Sentence text={detail.summary} />}
        meta={
          <>
            Drafted by <Sentence text={draftedBy(detail.drafters)} /> {formatDistance(detail.createdAt, now)}
            {detail.connection.isPlanned ? ' · creates ' : ' · in '}
            {detail.connection.isPlanned ? (
              <span className="mono">{detail.connection.name}</span>
            ) : (
              <Link href={`/connections/${detail.connection.id}`} tone="ink-2">
                <span className="mono">{detail.connection.name}</span>
              </Link>
            )}
            {detail.dueAt && detail.state === 'in-review' && ` · decide by ${formatStamp(detail.dueAt, now)}`}
          </>
        }
        actions={
          <span className="flex items-center gap-2 text-xs text-ink-2">
            <span className="mono text-ink-3">P-{detail.number}</span>
            <span>rev {detail.revision}</span>
            <span className="hidden text-ink-3 md:inline">{position}</span>
            <span className="hidden md:inline">{stepper}</span>
          </span>
        }
      />
    </>
  )
}
