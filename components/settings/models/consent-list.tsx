'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ProblemMessage } from '@/components/console/problem-message'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { formatDay } from '@/components/ui/format-time'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { sampleConsentsQuery, saveSampleConsentMutation } from '@/lib/capabilities/model/queries'

export type ConsentListProps = { connectionId: string; mayEdit: boolean }

/** Every column of a connection that somebody agreed to, by whom, and how to take it back. */
export function ConsentList({ connectionId, mayEdit }: ConsentListProps) {
  const now = useNow()
  const consents = useQuery(sampleConsentsQuery(connectionId))
  const save = useMutation(saveSampleConsentMutation(useQueryClient()))
  if (!consents.data) return null
  if (consents.data.items.length === 0) {
    return <p className="text-xs text-ink-3">No column of this connection is agreed to: no value of it leaves.</p>
  }
  return (
    <section aria-label="Columns agreed to">
      <h3 className="mb-1 text-2xs font-medium text-ink-3">Agreed to, {consents.data.items.length}</h3>
      <ul>
        {consents.data.items.map(({ schema, table, column, by, at }) => (
          <li
            key={JSON.stringify([schema, table, column])}
            className="flex min-h-8 flex-wrap items-center gap-x-3 border-b border-line"
          >
            <span className="min-w-0 grow wrap-anywhere">
              <PathName path={[schema, table, column]} />
            </span>
            <span className="text-xs text-ink-3">
              {revealInvisible(by)}, {formatDay(at, now)}
            </span>
            <Button
              size="sm"
              kind="quiet"
              aria-label={`Take back ${column}`}
              isDisabled={!mayEdit || save.isPending}
              onPress={() => save.mutate({ connectionId, schema, table, column, allowed: false })}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      <ProblemMessage error={save.error} what="Taking it back" />
    </section>
  )
}
