'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import { Sentence } from '@/components/ui/sentence'
import type { Policies } from '@/lib/control-loop/policy/contract'
import { describeRule } from '@/lib/control-loop/policy/domain/describe-rule'
import { obligationKinds, obligationWords } from '@/lib/control-loop/policy/domain/obligation'
import type { Rule } from '@/lib/control-loop/policy/domain/policy'
import { ChoiceMenu } from './choice-menu'
import { answer, listQuestions } from './condition-questions'
import { NumberField } from './number-field'
import { namesOf } from './policy-names'

export type RuleEditorProps = {
  rule: Rule
  choices: Policies['choices']
  onDone: (rule: Rule) => void
  onCancel: () => void
}

const decisions = [
  { id: 'allow', label: 'may be applied by itself' },
  { id: 'require-review', label: 'needs people' },
  { id: 'block', label: 'is blocked' },
] as const
const roleOptions = [
  { id: 'steward', label: 'stewards or admins' },
  { id: 'admin', label: 'admins' },
] as const
const groupLabel = 'w-14 shrink-0 pt-1 text-xs text-ink-3'

/** One rule, edited in choices; the sentence it will be stands above and moves with them. */
export function RuleEditor({ rule, choices, onDone, onCancel }: RuleEditorProps) {
  const [draft, setDraft] = useState(rule)
  const { outcome, when } = draft

  function decide(decision: (typeof decisions)[number]['id']) {
    const next: Rule['outcome'] =
      decision === 'require-review' ? { decision, approvals: 1, role: 'steward' } : { decision }
    // What may go by itself asks nothing of size: such a rule would never speak.
    setDraft({ ...draft, outcome: next, when: decision === 'allow' ? { ...when, objectsMin: null } : when })
  }

  return (
    <div className="grid gap-2.5 bg-surface-2 px-3 py-2.5">
      <p className="font-medium wrap-anywhere">
        <Sentence text={describeRule(draft, namesOf(choices))} />
      </p>
      <fieldset className="flex gap-2">
        <legend className="sr-only">When</legend>
        <span aria-hidden="true" className={groupLabel}>
          When
        </span>
        <div className="flex min-w-0 flex-wrap gap-1.5">
          {listQuestions(choices).map((question) => (
            <ChoiceMenu
              key={question.of}
              label={question.label}
              options={question.options}
              chosen={when[question.of]}
              onChange={(chosen) => setDraft({ ...draft, when: answer(when, question, chosen) })}
            />
          ))}
          {outcome.decision !== 'allow' && (
            <Checkbox
              isSelected={when.objectsMin !== null}
              onChange={(isOn) => setDraft({ ...draft, when: { ...when, objectsMin: isOn ? 20 : null } })}
            >
              <span className="text-xs">many objects</span>
            </Checkbox>
          )}
          {when.objectsMin !== null && (
            <div className="w-24">
              <NumberField
                label="Objects, at least"
                isLabelHidden
                value={when.objectsMin}
                min={2}
                max={100_000}
                onChange={(objectsMin) => setDraft({ ...draft, when: { ...when, objectsMin } })}
              />
            </div>
          )}
        </div>
      </fieldset>
      <fieldset className="flex gap-2">
        <legend className="sr-only">Then it</legend>
        <span aria-hidden="true" className={groupLabel}>
          Then it
        </span>
        <div className="flex min-w-0 flex-wrap items-start gap-1.5">
          <div className="w-52">
            <Select
              label="What follows"
              isLabelHidden
              size="sm"
              options={decisions}
              value={outcome.decision}
              onChange={decide}
            />
          </div>
          {outcome.decision === 'require-review' && (
            <>
              <div className="w-16">
                <NumberField
                  label="How many people"
                  isLabelHidden
                  value={outcome.approvals}
                  min={1}
                  max={9}
                  onChange={(approvals) => setDraft({ ...draft, outcome: { ...outcome, approvals } })}
                />
              </div>
              <div className="w-44">
                <Select
                  label="Of which role"
                  isLabelHidden
                  size="sm"
                  options={roleOptions}
                  value={outcome.role}
                  onChange={(role) => setDraft({ ...draft, outcome: { ...outcome, role } })}
                />
              </div>
            </>
          )}
          {obligationKinds.map((kind) => (
            <Checkbox
              key={kind}
              isSelected={draft.obligations.includes(kind)}
              onChange={(isOn) =>
                setDraft({
                  ...draft,
                  obligations: isOn ? [...draft.obligations, kind] : draft.obligations.filter((one) => one !== kind),
                })
              }
            >
              <span className="text-xs">{obligationWords[kind]}</span>
            </Checkbox>
          ))}
        </div>
      </fieldset>
      {outcome.decision === 'allow' && (
        <p className="text-xs text-ink-2">
          Only when the rule covers the whole proposal, a rule drafted it, the risk is not high, and it was earned. Else
          people decide, as below.
        </p>
      )}
      <div className="flex gap-2">
        <Button size="sm" onPress={() => onDone(draft)}>
          Keep in the draft
        </Button>
        <Button size="sm" kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
