'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ChevronDown, Undo2 } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import type { Shortcut } from '@/components/layout/shortcut-registry'
import { useShortcuts } from '@/components/layout/shortcuts'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { Section } from '@/components/ui/section'
import { showToast } from '@/components/ui/toast'
import type { CatalogColumn } from '@/lib/capabilities/catalog/contract'
import { type DataClass, dataClasses } from '@/lib/capabilities/catalog/domain/data-class'
import { decideClassMutation, undoClassMutation } from '@/lib/capabilities/catalog/queries'
import type { CatalogTablePath } from './catalog-table-href'
import { classWords } from './class-words'
import { acceptableClass } from './prepare-decision'

export type ClassDecisionProps = { path: CatalogTablePath; column: CatalogColumn; refusal: string | null }

/** Accept what the rules say (A), say something else, or take one's word back (U). */
export function ClassDecision({ path, column, refusal }: ClassDecisionProps) {
  const client = useQueryClient()
  const { mutate: decide, ...deciding } = useMutation(decideClassMutation(client))
  const { mutate: undo, ...undoing } = useMutation(undoClassMutation(client))
  const { connectionId, schema, table } = path
  const ref = useMemo(
    () => ({ connectionId, schema, table, column: column.name }),
    [connectionId, schema, table, column.name],
  )
  const acceptable = acceptableClass(column)
  const isDecided = column.class?.decided != null
  const isPending = deciding.isPending || undoing.isPending
  const record = useCallback(
    (dataClass: DataClass | null) =>
      decide(
        { ...ref, class: dataClass },
        { onSuccess: () => showToast(`Recorded: ${classWords(dataClass)}. No recogniser changes it.`) },
      ),
    [decide, ref],
  )
  const takeBack = useCallback(
    () => undo(ref, { onSuccess: () => showToast('Taken back. What the rules say counts again.') }),
    [undo, ref],
  )
  const mayDecide = refusal === null && !isPending
  const accepted = acceptable === null ? undefined : acceptable.class
  // While changed rules wait for an answer, what counts can be kept as well as given up.
  const standing = column.class?.fresh ? column.class.class : undefined
  useShortcuts(
    useMemo<Shortcut[]>(
      () => [
        ...(mayDecide && accepted !== undefined
          ? [{ keys: 'a', label: 'Accept the class', scope: 'Catalog', run: () => record(accepted) }]
          : []),
        ...(mayDecide && isDecided
          ? [{ keys: 'u', label: 'Take the decision back', scope: 'Catalog', run: takeBack }]
          : []),
      ],
      [mayDecide, accepted, isDecided, record, takeBack],
    ),
  )
  const others = [...dataClasses, null].filter((other) => column.class === null || other !== column.class.class)
  return (
    <Section title="What it holds" note="a decision outlives the rules" gutter="inspector" isFollowing>
      <div className="grid gap-2 px-4 py-2.5">
        <div className="flex flex-wrap items-center gap-1.5">
          {accepted !== undefined && (
            <Button
              kind="decide"
              keys="A"
              isDisabled={!mayDecide}
              isPending={deciding.isPending}
              onPress={() => record(accepted)}
            >
              {`Accept: ${classWords(accepted)}`}
            </Button>
          )}
          {standing !== undefined && (
            <Button isDisabled={!mayDecide} onPress={() => record(standing)}>
              {`Keep: ${classWords(standing)}`}
            </Button>
          )}
          <Menu
            label="What it holds instead"
            placement="bottom start"
            trigger={
              <Button isDisabled={!mayDecide} icon={<Icon of={ChevronDown} />}>
                {column.class === null ? 'Choose a class' : 'Correct'}
              </Button>
            }
            entries={others.map((other) => ({
              id: other ?? 'none',
              label: classWords(other),
              onAction: () => record(other),
            }))}
          />
          {isDecided && (
            <Button
              kind="quiet"
              keys="U"
              icon={<Icon of={Undo2} />}
              isDisabled={!mayDecide}
              isPending={undoing.isPending}
              onPress={takeBack}
            >
              Undo
            </Button>
          )}
        </div>
        <p className="text-xs text-ink-3">
          {refusal ?? 'Takes effect at once, in risk and in what is proposed. Nothing is sent to Fivetran.'}
        </p>
        <ProblemMessage error={deciding.error ?? undoing.error} what="Your decision" />
      </div>
    </Section>
  )
}
