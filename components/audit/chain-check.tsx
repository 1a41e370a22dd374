'use client'

import { useQuery } from '@tanstack/react-query'
import { Link2, Link2Off } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/format-count'
import { formatClock } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import { auditVerificationQuery } from '@/lib/platform/audit/queries'
import { ProblemError } from '@/lib/platform/http/fetch-json'

/** Whether the log is whole: every event's hash follows from the one before. Recomputed by the server when asked, not before. */
export function ChainCheck() {
  const check = useQuery(auditVerificationQuery())
  const { data, error, isFetching, dataUpdatedAt } = check
  return (
    <span className="inline-flex items-center gap-2 text-xs" role="status">
      {data && !isFetching && (
        <span
          className={`inline-flex items-center gap-1.5 font-medium ${data.whole ? 'text-good-ink' : 'text-bad-ink'}`}
        >
          <Icon of={data.whole ? Link2 : Link2Off} />
          {data.whole
            ? `Chain whole to event ${formatCount(data.lastSeq)}, checked ${formatClock(dataUpdatedAt)}`
            : `Chain broken at event ${formatCount(data.brokenAt ?? data.lastSeq)}`}
        </span>
      )}
      {error && !isFetching && (
        <span className="text-bad-ink">
          {error instanceof ProblemError ? error.sentence : 'The chain was not checked.'}
        </span>
      )}
      <Button size="sm" kind="quiet" isPending={isFetching} onPress={() => check.refetch()}>
        {isFetching ? 'Recomputing every hash' : data ? 'Check again' : 'Check the chain'}
      </Button>
    </span>
  )
}
