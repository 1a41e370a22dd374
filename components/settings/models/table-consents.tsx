'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { classWords } from '@/components/catalog/class-words'
import { ProblemMessage } from '@/components/console/problem-message'
import { QueryProblem } from '@/components/console/query-problem'
import { Checkbox } from '@/components/ui/checkbox'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Skeleton } from '@/components/ui/skeleton'
import { catalogTableQuery } from '@/lib/capabilities/catalog/queries'
import { sampleConsentsQuery, saveSampleConsentMutation } from '@/lib/capabilities/model/queries'

export type TableConsentsProps = { connectionId: string; schema: string; table: string; mayEdit: boolean }

/** The columns of a table, each with what it holds: agreed to one by one. Free text cannot be. */
export function TableConsents({ connectionId, schema, table, mayEdit }: TableConsentsProps) {
  const found = useQuery(catalogTableQuery(connectionId, schema, table))
  const consents = useQuery(sampleConsentsQuery(connectionId))
  const save = useMutation(saveSampleConsentMutation(useQueryClient()))
  const error = found.error ?? consents.error
  if (error) {
    return <QueryProblem title="The columns were not read." error={error} onRetry={() => found.refetch()} />
  }
  if (!found.data || !consents.data) return <Skeleton label="Reading the columns" rows={4} />
  const agreed = new Set(
    consents.data.items.filter((item) => item.schema === schema && item.table === table).map(({ column }) => column),
  )
  const columns = found.data.columns.filter((column) => !column.isGone && !column.isSystem)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs text-ink-2">Columns of which masked samples may be shown</legend>
      <ul className="grid gap-x-4 sm:grid-cols-2">
        {columns.map((column) => {
          const dataClass = column.class?.class ?? null
          const isFreeText = dataClass === 'free-text'
          return (
            <li key={column.name} className="flex min-h-7 items-center gap-2">
              <Checkbox
                isSelected={agreed.has(column.name) && !isFreeText}
                isDisabled={!mayEdit || isFreeText || save.isPending}
                onChange={(allowed) => save.mutate({ connectionId, schema, table, column: column.name, allowed })}
              >
                <span className="mono wrap-anywhere">{revealInvisible(column.name)}</span>
              </Checkbox>
              <span className="text-xs text-ink-3">
                {isFreeText ? 'free text, never leaves' : dataClass !== null && classWords(dataClass)}
              </span>
            </li>
          )
        })}
      </ul>
      <ProblemMessage error={save.error} what="Saving the consent" />
    </fieldset>
  )
}
