import { Link } from '@/components/ui/link'
import { Message } from '@/components/ui/message'
import type { Status } from '@/lib/control-loop/overview/contract'

export type AccountBannerProps = Pick<Status, 'account' | 'workers'>

/** What is wrong with the whole: no worker, or an account that refuses or does not answer. */
export function AccountBanner({ account, workers }: AccountBannerProps) {
  const isRefused = account.state === 'refused'
  return (
    <>
      {workers === 0 && (
        <Message tone="warn" isBanner title="No worker is running: nothing is read or applied.">
          What was decided is kept and goes on once a worker starts.
        </Message>
      )}
      {(isRefused || account.state === 'unreachable') && (
        <Message
          tone={isRefused ? 'bad' : 'warn'}
          isBanner
          title={isRefused ? 'Fivetran does not accept this key.' : 'Fivetran does not answer.'}
          actions={<Link href="/settings/fivetran">See the account</Link>}
        >
          {account.detail && `${account.detail} `}
          You see what was read before. Approvals hold; nothing is applied until Fivetran answers.
        </Message>
      )}
    </>
  )
}
