'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { countOf } from '@/components/connections/count-of'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/format-count'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Sentence } from '@/components/ui/sentence'
import { Tag } from '@/components/ui/tag'
import { showToast } from '@/components/ui/toast'
import type { ClassFlipGroup } from '@/lib/capabilities/catalog/contract'
import { decideFlipsMutation } from '@/lib/capabilities/catalog/queries'
import { catalogTableHref } from './catalog-table-href'
import { classWords } from './class-words'
import { leadingEvidence } from './leading-evidence'

export type FlipGroupProps = {
  group: ClassFlipGroup
  /** Why this person may not answer; null when they may. */
  refusal: string | null
}

/** Columns that would go from one class to another: which, on what ground, and one answer for all of them. */
export function FlipGroup({ group, refusal }: FlipGroupProps) {
  const answer = useMutation(decideFlipsMutation(useQueryClient()))
  const { from, to, isDecided, columns, examples } = group
  const of = { from, to, isDecided }
  const decide = (accept: boolean) =>
    answer.mutate(
      { ...of, accept },
      {
        onSuccess: ({ decided }) =>
          showToast(`${countOf(decided, 'column')}: ${classWords(accept ? to : from)}, decided.`),
      },
    )
  const count = formatCount(columns)
  return (
    <div className="grid gap-1.5 px-5 py-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <Tag kind="class">{classWords(from)}</Tag>
        <span aria-hidden="true" className="text-ink-3">
          →
        </span>
        <span className="sr-only">would become</span>
        <Tag kind="changed">{classWords(to)}</Tag>
        <span className="text-xs text-ink-2">
          {countOf(columns, 'column')}
          {isDecided && ', decided by a person'}
        </span>
        <span className="ms-auto flex flex-wrap items-center gap-1.5">
          {refusal && <span className="text-xs text-ink-3">{refusal}</span>}
          <Button
            size="sm"
            isDisabled={refusal !== null || answer.isPending}
            isPending={answer.isPending && answer.variables.accept}
            aria-label={`Accept all ${count}: ${classWords(to)}`}
            onPress={() => decide(true)}
          >
            {`Accept all ${count}`}
          </Button>
          <Button
            size="sm"
            kind="quiet"
            isDisabled={refusal !== null || answer.isPending}
            isPending={answer.isPending && !answer.variables.accept}
            aria-label={`Keep all ${count}: ${classWords(from)}`}
            onPress={() => decide(false)}
          >
            {`Keep all ${count}`}
          </Button>
        </span>
      </div>
      <details className="text-xs">
        <summary className="w-fit rounded-1 text-ink-2 hover:text-ink">
          {columns > examples.length ? `The first ${examples.length}` : 'Which columns'}
        </summary>
        <ul className="mt-1 grid gap-0.5">
          {examples.map((example) => {
            const path = { connectionId: example.connection.id, schema: example.schema, table: example.table }
            const href = catalogTableHref(path, example.column)
            return (
              <li key={href} className="flex min-h-6 min-w-0 flex-wrap items-center gap-x-3">
                <Link href={href} look="plain">
                  <PathName path={[example.schema, example.table, example.column]} />
                </Link>
                <span className="text-ink-3">{revealInvisible(example.connection.name)}</span>
                <span className="text-ink-2">
                  <Sentence text={leadingEvidence(example.evidence) ?? 'nothing speaks for a class'} />
                </span>
                {example.decidedBy && (
                  <span className="text-ink-3">decided by {revealInvisible(example.decidedBy)}</span>
                )}
              </li>
            )
          })}
        </ul>
      </details>
      <ProblemMessage error={answer.error} what="Your answer" />
    </div>
  )
}
