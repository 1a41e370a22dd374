'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Switch } from '@/components/ui/switch'
import type { ChannelView } from '@/lib/control-loop/notify/contract'
import { saveChannelMutation, testChannelMutation } from '@/lib/control-loop/notify/queries'
import { OutsideState } from '../outside-state'
import { ValueRow } from '../value-row'
import { type ChannelField, fieldLabels, kindFaces, switchRequest, waitingWords } from './prepare-channel'
import { RemoveChannel } from './remove-channel'

export type ChannelFactsProps = { channel: ChannelView; mayEdit: boolean; onEdit: () => void }

/** A channel as it stands: where it leads, how it answered last, what is on its way. */
export function ChannelFacts({ channel, mayEdit, onEdit }: ChannelFactsProps) {
  const client = useQueryClient()
  const test = useMutation(testChannelMutation(client, channel.id))
  const flip = useMutation(saveChannelMutation(client, channel.id))
  const face = kindFaces[channel.kind]
  return (
    <>
      <ValueRow label="Address">
        <span className="mono">{revealInvisible(channel.address)}</span>
      </ValueRow>
      {face.fields.map((field: ChannelField) => (
        <ValueRow key={field} label={fieldLabels[field]}>
          {revealInvisible(channel.settings[field.replace('settings.', '')] ?? '')}
        </ValueRow>
      ))}
      <ValueRow label={face.keyLabel} note="write only">
        <span className="mono">{channel.keyHint === null ? 'none' : revealInvisible(channel.keyHint)}</span>
      </ValueRow>
      <ValueRow label="State" note={channel.stateDetail ? revealInvisible(channel.stateDetail) : null}>
        <OutsideState state={channel.state} />
      </ValueRow>
      <ValueRow label="Notices" note={waitingWords(channel)}>
        <Switch
          isSelected={channel.enabled}
          isDisabled={!mayEdit || flip.isPending}
          onChange={(enabled) => flip.mutate(switchRequest(channel, enabled))}
        >
          Send them
        </Switch>
      </ValueRow>
      <div className="mt-1 flex flex-wrap items-center gap-2 sm:ps-36">
        <Button
          size="sm"
          icon={<Icon of={FlaskConical} />}
          onPress={() => test.mutate()}
          isPending={test.isPending}
          isDisabled={!mayEdit}
        >
          Test
        </Button>
        <Button size="sm" kind="quiet" onPress={onEdit} isDisabled={!mayEdit}>
          Edit…
        </Button>
        <RemoveChannel channel={channel} isDisabled={!mayEdit} />
      </div>
      <ProblemMessage error={test.error ?? flip.error} what="This" />
    </>
  )
}
