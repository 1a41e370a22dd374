import { FieldRows } from '@/components/settings/field-rows'
import { SettingsSection } from '@/components/settings/settings-section'
import { RiskBadge } from '@/components/ui/risk-badge'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { Policy } from '@/lib/control-loop/policy/domain/policy'
import { risks } from '@/lib/control-loop/policy/domain/verdict'
import { NumberField } from './number-field'

export type LevelsSectionProps = { policy: Policy; mayEdit: boolean; onChange: (policy: Policy) => void }

/** People and time by risk: where no rule speaks or a signal is missing, and until when anything is due. */
export function LevelsSection({ policy, mayEdit, onChange }: LevelsSectionProps) {
  return (
    <SettingsSection
      title="By risk"
      note="How many people where no rule speaks or a signal is missing, and when a decision is due."
    >
      <Table label="By risk" gutter="narrow" widths={['110px', '130px', null]}>
        <TableHead>
          <HeadCell>Risk</HeadCell>
          <HeadCell>People</HeadCell>
          <HeadCell>Due after, h</HeadCell>
        </TableHead>
        <TableBody>
          {risks.map((risk) => {
            const level = policy[risk]
            const set = (part: Partial<typeof level>) => onChange({ ...policy, [risk]: { ...level, ...part } })
            return (
              <Row key={risk}>
                <Cell isRowHead>
                  <RiskBadge risk={risk} />
                </Cell>
                <Cell isTall>
                  <NumberField
                    label={`People for ${risk} risk`}
                    isLabelHidden
                    value={level.approvals}
                    min={1}
                    max={9}
                    isDisabled={!mayEdit}
                    onChange={(approvals) => set({ approvals })}
                  />
                </Cell>
                <Cell isTall>
                  <NumberField
                    label={`Hours to decide ${risk} risk`}
                    isLabelHidden
                    value={level.dueHours}
                    min={1}
                    max={2160}
                    isDisabled={!mayEdit}
                    onChange={(dueHours) => set({ dueHours })}
                  />
                </Cell>
              </Row>
            )
          })}
        </TableBody>
      </Table>
      <p className="mt-2 text-xs text-ink-3">High risk is decided by people, whatever a rule says.</p>
      <div className="mt-3">
        <FieldRows isShort>
          <NumberField
            label="An approval holds"
            value={policy.approvalValidHours}
            min={1}
            max={2160}
            isDisabled={!mayEdit}
            onChange={(approvalValidHours) => onChange({ ...policy, approvalValidHours })}
            hint="hours; one that was not used by then is asked for again."
          />
        </FieldRows>
      </div>
    </SettingsSection>
  )
}
