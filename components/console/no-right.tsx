import type { Crumb } from '@/components/layout/breadcrumbs'
import { PageFrame } from '@/components/layout/page-frame'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import type { Permission } from '@/lib/platform/auth/roles-and-permissions'
import { whoMay } from './role-words'

export type NoRightProps = {
  crumbs: readonly Crumb[]
  permission: Permission
  /** What it is that the person may not see, for "Stewards and admins see …": "the Fivetran account". */
  what: string
}

/** A page this person may not see: it says that it exists, who sees it, and where to go. */
export function NoRight({ crumbs, permission, what }: NoRightProps) {
  return (
    <PageFrame crumbs={crumbs}>
      <EmptyState
        isPage
        title={`${whoMay(permission)} see ${what}.`}
        actions={<ButtonLink href="/settings/people">See who that is</ButtonLink>}
      >
        Your role does not include it. An admin can give you another one.
      </EmptyState>
    </PageFrame>
  )
}
