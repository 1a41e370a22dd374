'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ProblemMessage } from '@/components/console/problem-message'
import { Switch } from '@/components/ui/switch'
import type { ModelSettings } from '@/lib/capabilities/model/contract'
import { editModelSettingsMutation } from '@/lib/capabilities/model/queries'
import { SettingsSection } from '../settings-section'
import { SampleConsents } from './sample-consents'

export type SamplesSectionProps = { settings: ModelSettings; mayEdit: boolean }

/** Whether any row may leave for a model. Off unless somebody switches it on, and then only columns that somebody agreed to. */
export function SamplesSection({ settings, mayEdit }: SamplesSectionProps) {
  const save = useMutation(editModelSettingsMutation(useQueryClient()))
  const { samplesAllowed } = settings
  return (
    <SettingsSection
      title="What may leave"
      note="Names, types and counts leave with a question. Rows do not, unless you say so."
    >
      <div className="grid gap-3">
        <div className="grid gap-1">
          <Switch
            isSelected={samplesAllowed}
            onChange={(allowed) => save.mutate({ samplesAllowed: allowed })}
            isDisabled={!mayEdit || save.isPending}
          >
            Masked samples may be shown to a model
          </Switch>
          <p className="max-w-[66ch] text-xs leading-[17px] text-ink-3">
            At most 20 values of a column, and only of columns agreed to one by one below. Values are masked by what the
            column holds and keep their shape, as <span className="mono">j***@e***.com</span>. Free text never leaves.
            {!samplesAllowed && ' Off now: no value leaves, whatever was agreed to.'}
          </p>
        </div>
        <ProblemMessage error={save.error} what="Saving the switch" />
        {samplesAllowed && <SampleConsents mayEdit={mayEdit} />}
      </div>
    </SettingsSection>
  )
}
