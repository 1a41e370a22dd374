'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Segmented } from '@/components/ui/segmented'
import { TextField } from '@/components/ui/text-field'
import { isPatternNarrow } from '@/lib/control-loop/review/domain/exclusion'
import type { NotAgainDraft } from './prepare-not-again'

export type NotAgainChoiceProps = {
  draft: NotAgainDraft
  /** What the item is about, e.g. `public.customer.fax_1`. */
  path: string
  service: string
  onChange: (draft: NotAgainDraft) => void
}

/** “Not again for …”: the object itself or names like it in every connection of the type; for good or for 90 days. */
export function NotAgainChoice({ draft, path, service, onChange }: NotAgainChoiceProps) {
  return (
    <div>
      <Checkbox isSelected={draft.isOn} onChange={(isOn) => onChange({ ...draft, isOn })}>
        Do not propose it again
      </Checkbox>
      {draft.isOn && (
        <div className="mt-2 space-y-3 border-s-2 border-line ps-4">
          <div className="flex flex-wrap gap-2">
            <Segmented
              label="For what"
              options={[
                { id: 'object', label: 'This object' },
                { id: 'pattern', label: 'Names like it' },
              ]}
              value={draft.scope}
              onChange={(scope) => onChange({ ...draft, scope })}
            />
            <Segmented
              label="For how long"
              options={[
                { id: 'always', label: 'Until lifted' },
                { id: 'days', label: '90 days' },
              ]}
              value={draft.time}
              onChange={(time) => onChange({ ...draft, time })}
            />
          </div>
          {draft.scope === 'pattern' ? (
            <TextField
              label="Names like"
              value={draft.pattern}
              onChange={(pattern) => onChange({ ...draft, pattern })}
              isMono
              maxLength={100}
              hint={`In every ${service} connection. * stands for any characters.`}
              error={isPatternNarrow(draft.pattern) ? null : 'Name at least two characters beside the *.'}
            />
          ) : (
            <p className="text-xs text-ink-2">
              <span className="mono">{path}</span>, for the same kind of action. Anything else about it still reaches
              you.
            </p>
          )}
        </div>
      )}
    </div>
  )
}
