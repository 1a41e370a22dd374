import { useNow } from '@/components/layout/use-now'
import { Link } from '@/components/ui/link'
import { Message } from '@/components/ui/message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { Status } from '@/lib/control-loop/overview/contract'
import { pauseSentence } from './pause-sentence'

export type AccountBannerProps = Pick<Status, 'account' | 'workers' | 'callPause' | 'automationStop'>

/** What is not as usual with the whole: everything automatic stopped, no worker, an account that refuses or does not answer, or calls that wait and until when. */
export function AccountBanner({ account, workers, callPause, automationStop }: AccountBannerProps) {
  const now = useNow()
  const isRefused = account.state === 'refused'
  const isAccountWrong = isRefused || account.state === 'unreachable'
  const pause = callPause && pauseSentence(callPause, now)
  const reason = callPause?.restReason ? `${revealInvisible(callPause.restReason)} ` : ''
  // What was said when the last call failed counts seconds from then; the pause names an instant.
  const why = pause && !isRefused ? `${pause}. ${reason}`.trim() : account.detail
  const seeAccount = <Link href="/settings/fivetran">See the account</Link>
  return (
    <>
      {automationStop && (
        <Message
          tone="warn"
          isBanner
          title="Everything automatic is stopped."
          actions={<Link href="/settings/policies">See the policy</Link>}
        >
          {revealInvisible(automationStop.by)}: {revealInvisible(automationStop.reason)} What people approve and apply
          goes on.
        </Message>
      )}
      {workers === 0 && (
        <Message tone="warn" isBanner title="No worker is running: nothing is read or applied.">
          What was decided is kept and goes on once a worker starts.
        </Message>
      )}
      {isAccountWrong && (
        <Message
          tone={isRefused ? 'bad' : 'warn'}
          isBanner
          title={isRefused ? 'Fivetran does not accept this key.' : 'Fivetran does not answer.'}
          actions={seeAccount}
        >
          {why && `${why} `}
          You see what was read before. Approvals hold; nothing is applied until Fivetran answers.
        </Message>
      )}
      {!isAccountWrong && pause && (
        <Message tone="warn" isBanner title={`${pause}.`} actions={seeAccount}>
          Calls to Fivetran wait. {reason}
          You see what was read before. Approvals hold; what was decided goes on with the next call.
        </Message>
      )}
    </>
  )
}
