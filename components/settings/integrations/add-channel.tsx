'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { whoMay } from '@/components/console/role-words'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import { saveChannelRequestSchema } from '@/lib/control-loop/notify/contract'
import type { ChannelKind } from '@/lib/control-loop/notify/domain/channel'
import { saveChannelMutation } from '@/lib/control-loop/notify/queries'
import { SettingsSection } from '../settings-section'
import { type ChannelFields, ChannelForm } from './channel-form'
import { channelRequest } from './prepare-channel'

export type AddChannelProps = { isFirst: boolean; mayEdit: boolean }

/** Where another channel is given. Before the first one: what works without any. */
export function AddChannel({ isFirst, mayEdit }: AddChannelProps) {
  const create = useMutation(saveChannelMutation(useQueryClient(), null))
  const [isOpen, setIsOpen] = useState(false)

  function close() {
    create.reset()
    setIsOpen(false)
  }

  function save(fields: ChannelFields, kind: ChannelKind) {
    const request = fields.parse(saveChannelRequestSchema, channelRequest(fields.values, kind, true))
    if (!request) return
    create.mutate(request, {
      onSuccess: () => {
        showToast('Sealed. The worker tests it now.')
        close()
      },
      onError: fields.refuse,
    })
  }

  return (
    <SettingsSection
      title={isFirst ? 'Channels' : 'Another channel'}
      note="A signed webhook, Slack, PagerDuty, Jira or ServiceNow."
    >
      {isOpen ? (
        <ChannelForm channel={null} isPending={create.isPending} error={create.error} onSave={save} onCancel={close} />
      ) : (
        <div className="grid justify-items-start gap-3">
          {isFirst && (
            <p className="max-w-[66ch] text-ink-2">
              Nobody outside is told of anything. What waits for a person is shown in the queue and nowhere else.
            </p>
          )}
          <Button
            size={isFirst ? 'md' : 'sm'}
            kind={isFirst ? 'decide' : 'outline'}
            icon={<Icon of={Plus} />}
            onPress={() => setIsOpen(true)}
            disabledReason={mayEdit ? null : `${whoMay('settings.write')} can.`}
          >
            Add a channel
          </Button>
        </div>
      )}
    </SettingsSection>
  )
}
