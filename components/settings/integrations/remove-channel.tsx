'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { ChannelView } from '@/lib/control-loop/notify/contract'
import { removeChannelMutation } from '@/lib/control-loop/notify/queries'
import { RemoveButton } from '../remove-button'

export type RemoveChannelProps = { channel: Pick<ChannelView, 'id' | 'name'>; isDisabled: boolean }

/** Asks first, then takes a channel out with its key and what waits for it. */
export function RemoveChannel({ channel, isDisabled }: RemoveChannelProps) {
  const mutation = removeChannelMutation(useQueryClient(), channel.id)
  return (
    <RemoveButton name={channel.name} mutation={mutation} isDisabled={isDisabled}>
      <p>Its key goes with it, and so does what waits to be told.</p>
      <p>Messages and tickets that are out there stay as they are; nobody closes them any more.</p>
    </RemoveButton>
  )
}
