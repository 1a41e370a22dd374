'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { whoMay } from '@/components/console/role-words'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/components/ui/format-money'
import { Sheet } from '@/components/ui/sheet'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import { taskFace } from '@/components/usage/task-words'
import type { Candidate, ModelSettings, TaskSettingView } from '@/lib/capabilities/model/contract'
import { saveTaskSettingMutation } from '@/lib/capabilities/model/queries'
import { FieldRows } from '../field-rows'
import { EvaluationSection } from './evaluation-section'
import { moneyText, parseMoney } from './parse-money'
import { runName } from './prepare-evaluation'
import { modelUse, routeOf } from './prepare-route'
import { RouteEditor } from './route-editor'

export type TaskSheetProps = { task: TaskSettingView; settings: ModelSettings; mayEdit: boolean; onClose: () => void }

type Caps = { day: string; month: string }
const noAmount = 'Give dollars, for example 2.50, or leave it empty.'

/** One task: on or off, which models it asks and what it may cost, before it is switched. */
export function TaskSheet({ task, settings, mayEdit, onClose }: TaskSheetProps) {
  const save = useMutation(saveTaskSettingMutation(useQueryClient(), task.task))
  const [enabled, setEnabled] = useState(task.enabled)
  const [candidates, setCandidates] = useState<Candidate[]>(task.candidates)
  const [caps, setCaps] = useState<Caps>({ day: capText(task.dayCapMicros), month: capText(task.monthCapMicros) })
  const dayCapMicros = capOf(caps.day)
  const monthCapMicros = capOf(caps.month)
  const face = taskFace(task.task)
  const { dayCapMicros: dayOfAll, monthCapMicros: monthOfAll } = settings

  function submit() {
    if (dayCapMicros === undefined || monthCapMicros === undefined) return
    save.mutate(
      { enabled, candidates, dayCapMicros, monthCapMicros },
      {
        onSuccess: () => {
          showToast('Saved. The next call follows it.')
          onClose()
        },
      },
    )
  }

  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={face.word}
      note={face.purpose}
      actions={
        <>
          <Button
            kind="decide"
            onPress={submit}
            isPending={save.isPending}
            disabledReason={mayEdit ? null : `${whoMay('models.configure')} can.`}
          >
            Save the task
          </Button>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="grid gap-4 px-6 py-4">
        <Switch isSelected={enabled} onChange={setEnabled} isDisabled={!mayEdit}>
          Ask a model
        </Switch>
        {enabled && (
          <>
            <section aria-label="Models" className="grid gap-2">
              <h3 className="font-semibold">Models</h3>
              {candidates.length === 0 && (
                <p className="text-xs text-ink-3">None of its own: it asks in the order of fallback of all tasks.</p>
              )}
              <RouteEditor
                label="Models of this task"
                candidates={candidates}
                providers={settings.providers}
                use={modelUse(task.task)}
                endsInRules={candidates.length > 0}
                onChange={setCandidates}
                isDisabled={!mayEdit}
              />
            </section>
            {task.task !== 'embed-texts' && (
              <EvaluationSection
                task={task.task}
                now={firstOf(task.candidates, settings)}
                chosen={firstOf(candidates, settings)}
              />
            )}
            <section aria-label="Caps" className="grid gap-2">
              <h3 className="font-semibold">Caps</h3>
              <FieldRows>
                <CapField
                  label="A day"
                  value={caps.day}
                  isDisabled={!mayEdit}
                  onChange={(day) => setCaps({ ...caps, day })}
                />
                <CapField
                  label="A month"
                  value={caps.month}
                  isDisabled={!mayEdit}
                  onChange={(month) => setCaps({ ...caps, month })}
                />
              </FieldRows>
              <p className="text-xs text-ink-3">
                Empty: only the caps of all tasks together count, {formatMoney(dayOfAll)} a day and{' '}
                {formatMoney(monthOfAll)} a month. Spent {formatMoney(task.spentDayMicros)} today,{' '}
                {formatMoney(task.spentMonthMicros)} this month.
              </p>
            </section>
          </>
        )}
        <ProblemMessage error={save.error} what="Saving the task" />
      </div>
    </Sheet>
  )
}

type CapFieldProps = { label: string; value: string; isDisabled: boolean; onChange: (value: string) => void }

function CapField({ label, value, isDisabled, onChange }: CapFieldProps) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      error={capOf(value) === undefined ? noAmount : null}
      end={<span className="shrink-0 text-xs text-ink-3">US dollars</span>}
      autoComplete="off"
    />
  )
}

/** Who is asked first under a route, as measured runs name it. */
function firstOf(candidates: readonly Candidate[], settings: ModelSettings): string | null {
  const [first] = routeOf(candidates.length > 0 ? candidates : settings.defaultRoute, settings.providers)
  return first ? runName(first.provider, first.model) : null
}

const capText = (micros: number | null) => (micros === null ? '' : moneyText(micros))

/** Empty is no cap of its own; undefined is no amount. */
function capOf(text: string): number | null | undefined {
  return text.trim() === '' ? null : (parseMoney(text) ?? undefined)
}
