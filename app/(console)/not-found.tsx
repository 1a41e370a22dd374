import type { Metadata } from 'next'
import { PageFrame } from '@/components/layout/page-frame'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'

export const metadata: Metadata = { title: 'Not here' }

/** Something the console does not have (any more). */
export default function ConsoleNotFound() {
  return (
    <PageFrame crumbs={[{ label: 'Home', href: '/' }, { label: 'Not here' }]}>
      <EmptyState
        isPage
        title="There is nothing at this address."
        actions={
          <>
            <ButtonLink href="/">Home</ButtonLink>
            <ButtonLink href="/activity" kind="quiet">
              Look in the audit
            </ButtonLink>
          </>
        }
      >
        The link may be older than what it pointed to. What was removed stays in the audit.
      </EmptyState>
    </PageFrame>
  )
}
