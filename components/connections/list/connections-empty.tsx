import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import type { ConnectionList } from '@/lib/control-loop/connection/contract'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { rightReason } from '../right-reason'
import { type ConnectionListParams, connectionListHref } from './connection-list-params'

export type ConnectionsEmptyProps = { list: ConnectionList; params: ConnectionListParams; role: Role | null }

/** Why no connection is listed, and the one thing to do about it. */
export function ConnectionsEmpty({ list, params, role }: ConnectionsEmptyProps) {
  if (!list.account.configured) {
    return (
      <EmptyState
        isPage
        title="No Fivetran account yet"
        actions={
          can(role, 'settings.write') ? (
            <ButtonLink kind="decide" size="lg" href="/settings/fivetran">
              Connect Fivetran
            </ButtonLink>
          ) : undefined
        }
      >
        Headgate reads connections from a Fivetran account and watches their schemas. It changes nothing before a person
        approves it. {rightReason(role, 'settings.write', 'enter the key')}
      </EmptyState>
    )
  }
  if (list.counts.all === 0) {
    return (
      <EmptyState title="The account has no connections">
        Fivetran lists none in this account. Create one there; it appears here with the next refresh.
      </EmptyState>
    )
  }
  const isMine = params.filter === 'mine'
  return (
    <EmptyState
      title={isMine ? 'No connection owned by you matches' : 'No connection matches'}
      actions={
        <ButtonLink
          href={connectionListHref(params, {
            filter: 'all',
            destination: null,
            service: null,
            state: null,
            q: '',
            peek: null,
          })}
        >
          Show all {list.counts.all}
        </ButtonLink>
      }
    >
      Clear the filters to see every connection again.
    </EmptyState>
  )
}
