'use client'

import { ArrowDown, ArrowUp, Pencil, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { SettingsSection } from '@/components/settings/settings-section'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Sentence } from '@/components/ui/sentence'
import type { Policies } from '@/lib/control-loop/policy/contract'
import { describeCondition, describeOutcome, describeRule } from '@/lib/control-loop/policy/domain/describe-rule'
import type { Rule } from '@/lib/control-loop/policy/domain/policy'
import { draftRule, moveRule, putRule } from './edit-rules'
import { namesOf } from './policy-names'
import { RuleEditor } from './rule-editor'

export type RulesSectionProps = {
  rules: readonly Rule[]
  choices: Policies['choices']
  mayEdit: boolean
  onChange: (rules: Rule[]) => void
}

/** The rules in the order in which they are asked, as sentences; each opens in its place. */
export function RulesSection({ rules, choices, mayEdit, onChange }: RulesSectionProps) {
  const [editing, setEditing] = useState<Rule | null>(null)
  const names = namesOf(choices)
  const isNew = editing !== null && !rules.some(({ id }) => id === editing.id)
  const editor = editing && (
    <RuleEditor
      key={editing.id}
      rule={editing}
      choices={choices}
      onCancel={() => setEditing(null)}
      onDone={(rule) => {
        onChange(putRule(rules, rule))
        setEditing(null)
      }}
    />
  )
  return (
    <SettingsSection
      title="Rules"
      note="Asked in order; the first that speaks decides. Where none does, people decide by risk."
      action={
        mayEdit && (
          <Button
            size="sm"
            icon={<Icon of={Plus} />}
            isDisabled={editing !== null}
            onPress={() => setEditing(draftRule(rules))}
          >
            Add a rule
          </Button>
        )
      }
    >
      {isNew && <div className="mb-2">{editor}</div>}
      <ol aria-label="Rules" className="border-t border-line">
        {rules.map((rule, index) => {
          const said = describeRule(rule, names).replaceAll('`', '')
          return (
            <li key={rule.id} className="border-b border-line">
              {editing?.id === rule.id ? (
                editor
              ) : (
                <div className="flex items-start gap-2 py-1.5">
                  <span className="w-5 shrink-0 text-end text-xs leading-6 text-ink-3">{index + 1}</span>
                  <p className="min-w-0 grow leading-6 wrap-anywhere">
                    <Sentence text={describeCondition(rule.when, names)} />{' '}
                    <b className="font-medium">
                      <Sentence text={describeOutcome(rule)} />
                    </b>
                  </p>
                  {mayEdit && (
                    <span className="flex shrink-0 gap-0.5">
                      <IconButton
                        size="sm"
                        icon={<Icon of={ArrowUp} />}
                        label={`Ask earlier: ${said}`}
                        isDisabled={index === 0}
                        onPress={() => onChange(moveRule(rules, rule.id, -1))}
                      />
                      <IconButton
                        size="sm"
                        icon={<Icon of={ArrowDown} />}
                        label={`Ask later: ${said}`}
                        isDisabled={index === rules.length - 1}
                        onPress={() => onChange(moveRule(rules, rule.id, 1))}
                      />
                      <IconButton
                        size="sm"
                        icon={<Icon of={Pencil} />}
                        label={`Edit: ${said}`}
                        isDisabled={editing !== null}
                        onPress={() => setEditing(rule)}
                      />
                      <IconButton
                        size="sm"
                        icon={<Icon of={X} />}
                        label={`Remove: ${said}`}
                        onPress={() => onChange(rules.filter(({ id }) => id !== rule.id))}
                      />
                    </span>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {rules.length === 0 && <p className="py-2 text-ink-2">No rule speaks: people decide everything, by risk.</p>}
    </SettingsSection>
  )
}
