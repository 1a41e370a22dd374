'use client'

import { useNow } from '@/components/layout/use-now'
import { formatStamp } from '@/components/ui/format-time'
import { Message } from '@/components/ui/message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { ModelSettings } from '@/lib/capabilities/model/contract'
import { StopModels } from './stop-models'

export type StoppedBannerProps = { stopped: NonNullable<ModelSettings['stopped']>; mayStart: boolean }

/** Says that no model is asked, since when, by whom and why, with the way back beside it. */
export function StoppedBanner({ stopped, mayStart }: StoppedBannerProps) {
  const now = useNow()
  return (
    <Message
      tone="warn"
      isBanner
      title="All model calls are stopped."
      actions={<StopModels stopped={stopped} mayStop={mayStart} />}
    >
      By {revealInvisible(stopped.by)}, {formatStamp(stopped.at, now)} UTC.{' '}
      {stopped.reason !== '' && `“${revealInvisible(stopped.reason)}” `}The built-in rules draft alone.
    </Message>
  )
}
