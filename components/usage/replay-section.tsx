'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { whoMay } from '@/components/console/role-words'
import { modelChoices, modelUse } from '@/components/settings/models/prepare-route'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Section } from '@/components/ui/section'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { showToast } from '@/components/ui/toast'
import type { CallDetail } from '@/lib/capabilities/model/contract'
import { modelSettingsQuery, replayCallMutation } from '@/lib/capabilities/model/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { ReplayComparison } from './replay-comparison'

export type ReplaySectionProps = { call: CallDetail; role: Role | null }

/** Asks the same again of another model or with the prompt as it is now, and lays the answers side by side. Nothing follows from a replay. */
export function ReplaySection({ call, role }: ReplaySectionProps) {
  const settings = useQuery(modelSettingsQuery())
  const replay = useMutation(replayCallMutation(useQueryClient(), call.id))
  const [choiceId, setChoiceId] = useState<string | null>(null)
  const [prompt, setPrompt] = useState<'same' | 'current'>('same')
  const choices = settings.data ? modelChoices(settings.data.providers, modelUse(call.task)) : []
  const chosen = choices.find(({ id }) => id === choiceId)
  const obstacle = whyNot(call, role, chosen !== undefined)
  return (
    <Section title="Replay" note="costs as any call, feeds nothing" gutter="inspector" isFollowing>
      <div className="grid gap-2.5 px-4 py-2.5">
        {call.canReplay && (
          <>
            <Select
              label="Model"
              placeholder="Choose one"
              options={choices.map(({ id, model, provider }) => ({ id, label: model, hint: provider }))}
              value={choiceId}
              onChange={setChoiceId}
            />
            {call.canReplayWithCurrentPrompt && (
              <div>
                <Segmented
                  label="Which prompt"
                  size="sm"
                  value={prompt}
                  onChange={setPrompt}
                  options={[
                    { id: 'same', label: 'Word for word' },
                    { id: 'current', label: 'Prompt as it is now' },
                  ]}
                />
              </div>
            )}
          </>
        )}
        <ProblemMessage error={replay.error} what="The replay" />
        <div>
          <Button
            size="sm"
            icon={<Icon of={RotateCw} />}
            isPending={replay.isPending}
            disabledReason={obstacle}
            onPress={() =>
              chosen &&
              replay.mutate(
                { ...chosen.candidate, prompt },
                { onSuccess: () => showToast('The worker asks it now. The answer appears below.') },
              )
            }
          >
            Replay
          </Button>
        </div>
      </div>
      {call.replays.map((other) => (
        <ReplayComparison key={other.id} call={call} replay={other} />
      ))}
    </Section>
  )
}

function whyNot(call: CallDetail, role: Role | null, isChosen: boolean): string | null {
  if (!call.canReplay) return 'Its words are not kept, or it never left.'
  if (!can(role, 'models.configure')) return `${whoMay('models.configure')} can.`
  return isChosen ? null : 'Choose a model first.'
}
