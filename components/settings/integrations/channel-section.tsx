'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { showToast } from '@/components/ui/toast'
import { type ChannelView, saveChannelRequestSchema } from '@/lib/control-loop/notify/contract'
import type { ChannelKind } from '@/lib/control-loop/notify/domain/channel'
import { saveChannelMutation } from '@/lib/control-loop/notify/queries'
import { SettingsSection } from '../settings-section'
import { ChannelFacts } from './channel-facts'
import { type ChannelFields, ChannelForm } from './channel-form'
import { channelRequest, kindFaces } from './prepare-channel'

export type ChannelSectionProps = { channel: ChannelView; mayEdit: boolean }

/** One channel: as it stands, or the form that changes it. */
export function ChannelSection({ channel, mayEdit }: ChannelSectionProps) {
  const edit = useMutation(saveChannelMutation(useQueryClient(), channel.id))
  const [isEditing, setIsEditing] = useState(false)

  function close() {
    edit.reset()
    setIsEditing(false)
  }

  function save(fields: ChannelFields, kind: ChannelKind) {
    const request = fields.parse(saveChannelRequestSchema, channelRequest(fields.values, kind, channel.enabled))
    if (!request) return
    edit.mutate(request, {
      onSuccess: () => {
        showToast('Saved. The worker tests it now.')
        close()
      },
      onError: fields.refuse,
    })
  }

  return (
    <SettingsSection title={revealInvisible(channel.name)} note={kindFaces[channel.kind].word}>
      {isEditing ? (
        <ChannelForm channel={channel} isPending={edit.isPending} error={edit.error} onSave={save} onCancel={close} />
      ) : (
        <ChannelFacts channel={channel} mayEdit={mayEdit} onEdit={() => setIsEditing(true)} />
      )}
    </SettingsSection>
  )
}
