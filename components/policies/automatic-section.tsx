import { FieldRows } from '@/components/settings/field-rows'
import { SettingsSection } from '@/components/settings/settings-section'
import type { Policy } from '@/lib/control-loop/policy/domain/policy'
import { NumberField } from './number-field'

export type AutomaticSectionProps = {
  policy: Policy
  startedLastHour: number
  mayEdit: boolean
  onChange: (policy: Policy) => void
}

/** What "by itself" has to satisfy: how it is earned, how long it waits, how many an hour. */
export function AutomaticSection({ policy, startedLastHour, mayEdit, onChange }: AutomaticSectionProps) {
  const { automatic } = policy
  const set = (part: Partial<Policy['automatic']>) => onChange({ ...policy, automatic: { ...automatic, ...part } })
  return (
    <SettingsSection
      title="By itself"
      note="What a rule allows starts by itself once people agreed often enough with proposals like it. An error takes the record away."
    >
      <FieldRows isShort>
        <NumberField
          label="Agreement, at least"
          value={Math.round(automatic.agreementMin * 100)}
          min={50}
          max={99}
          isDisabled={!mayEdit}
          onChange={(percent) => set({ agreementMin: percent / 100 })}
          hint="% that people agree: the lower bound that the record speaks for, with 95 % confidence."
        />
        <NumberField
          label="Cases, at least"
          value={automatic.casesMin}
          min={3}
          max={1000}
          isDisabled={!mayEdit}
          onChange={(casesMin) => set({ casesMin })}
          hint="decided by people since the last error, for each action and connector type."
        />
        <NumberField
          label="Waits first"
          value={automatic.coolingMinutes}
          min={0}
          max={10_080}
          isDisabled={!mayEdit}
          onChange={(coolingMinutes) => set({ coolingMinutes })}
          hint="minutes after it was drafted, so that somebody can object."
        />
        <NumberField
          label="An hour, at most"
          value={automatic.perHourMax}
          min={0}
          max={1000}
          isDisabled={!mayEdit}
          onChange={(perHourMax) => set({ perHourMax })}
          hint={`automatic changes. Used of the last hour: ${startedLastHour}.`}
        />
      </FieldRows>
    </SettingsSection>
  )
}
