import { formatRowTime } from '@/components/ui/format-time'
import { Message } from '@/components/ui/message'
import type { ConnectionList } from '@/lib/control-loop/connection/contract'

export type AsOfBannerProps = { account: ConnectionList['account']; now: Date }

/** Marks rows that are old with the time they are from. Why they are old is said once for the whole console, above. */
export function AsOfBanner({ account, now }: AsOfBannerProps) {
  if (!account.configured || (account.state !== 'refused' && account.state !== 'unreachable')) return null
  const cause = account.state === 'refused' ? 'Fivetran does not accept the key' : 'Fivetran does not answer'
  return (
    <Message
      tone="plain"
      isBanner
      title={account.refreshedAt ? `As of ${formatRowTime(account.refreshedAt, now)}.` : 'Never read.'}
    >
      {cause}: these rows stay until it does. Nothing in them is newer than that.
    </Message>
  )
}
