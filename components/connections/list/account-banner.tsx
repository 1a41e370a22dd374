import { formatRowTime } from '@/components/ui/format-time'
import { Link } from '@/components/ui/link'
import { Message } from '@/components/ui/message'
import type { ConnectionList } from '@/lib/control-loop/connection/contract'

export type AccountBannerProps = { account: ConnectionList['account']; now: Date }

/** Says that the rows below are old, why, and what holds; nothing while Fivetran answers. */
export function AccountBanner({ account, now }: AccountBannerProps) {
  if (!account.configured || account.state === 'connected' || account.state === 'untested') return null
  const asOf = account.refreshedAt ? `as of ${formatRowTime(account.refreshedAt, now)}` : 'never read'
  const isRefused = account.state === 'refused'
  return (
    <Message
      tone={isRefused ? 'bad' : 'warn'}
      isBanner
      title={isRefused ? 'Fivetran does not accept the key.' : 'Fivetran does not answer.'}
      actions={<Link href="/settings/fivetran">Open the Fivetran settings</Link>}
    >
      {account.detail && `${account.detail} `}
      You see the connections <b className="font-medium">{asOf}</b>. Decisions are still recorded; nothing is applied
      until Fivetran answers again.
    </Message>
  )
}
