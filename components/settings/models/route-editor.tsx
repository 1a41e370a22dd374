'use client'

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Select } from '@/components/ui/select'
import type { Candidate, ProviderView } from '@/lib/capabilities/model/contract'
import { type ModelUse, modelChoices, moveInRoute, routeOf } from './prepare-route'

export type RouteEditorProps = {
  label: string
  candidates: readonly Candidate[]
  providers: readonly ProviderView[]
  onChange: (candidates: Candidate[]) => void
  /** Which kind of model may be chosen. */
  use?: ModelUse
  isDisabled?: boolean
  /** False where nothing of its own is chosen and another order holds. */
  endsInRules?: boolean
}

/** As many as the contract takes: further ones would never be reached within an ask's seconds. */
const candidatesMax = 5

/** Models in the order in which they are asked; the built-in rules always come last. */
export function RouteEditor(props: RouteEditorProps) {
  const { label, candidates, providers, onChange, use = 'answers', isDisabled = false, endsInRules = true } = props
  const route = routeOf(candidates, providers, use)
  const free = modelChoices(providers, use).filter((choice) => !route.some(({ id }) => id === choice.id))
  return (
    <div className="grid max-w-[440px] gap-2">
      <ol aria-label={label}>
        {route.map((choice, index) => (
          <li key={choice.id} className="flex min-h-9 items-center gap-2 border-b border-line">
            <span className="w-4 shrink-0 text-ink-3">{index + 1}</span>
            <span className="min-w-0 grow wrap-anywhere">
              <span className="mono font-medium">{revealInvisible(choice.model)}</span>
              <span className="text-xs text-ink-2"> {revealInvisible(choice.provider)}</span>
              {choice.problem && <span className="text-xs text-warn-ink"> · {choice.problem}</span>}
            </span>
            <IconButton
              size="sm"
              icon={<Icon of={ArrowUp} />}
              label={`Ask ${choice.model} earlier`}
              isDisabled={isDisabled || index === 0}
              onPress={() => onChange(moveInRoute(candidates, index, -1))}
            />
            <IconButton
              size="sm"
              icon={<Icon of={ArrowDown} />}
              label={`Ask ${choice.model} later`}
              isDisabled={isDisabled || index === route.length - 1}
              onPress={() => onChange(moveInRoute(candidates, index, 1))}
            />
            <IconButton
              size="sm"
              icon={<Icon of={X} />}
              label={`Take ${choice.model} out`}
              isDisabled={isDisabled}
              onPress={() => onChange(candidates.filter((_, at) => at !== index))}
            />
          </li>
        ))}
        {endsInRules && (
          <li className="flex min-h-9 items-center gap-2 text-ink-2">
            <span className="w-4 shrink-0 text-ink-3">{route.length + 1}</span>
            Built-in rules <span className="text-xs text-ink-3">always there</span>
          </li>
        )}
      </ol>
      {!isDisabled && free.length > 0 && candidates.length < candidatesMax && (
        <Select
          // Chosen once and then in the list above: the box is fresh for the next one.
          key={candidates.length}
          label={`Add a model to: ${label}`}
          isLabelHidden
          placeholder="Add a model…"
          options={free.map(({ id, model, provider }) => ({ id, label: model, hint: provider }))}
          onChange={(id) => {
            const chosen = free.find((choice) => choice.id === id)
            if (chosen) onChange([...candidates, chosen.candidate])
          }}
        />
      )}
    </div>
  )
}
