import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Mark } from '@/components/ui/mark'

export const metadata: Metadata = { title: 'Not here' }

/** An address Headgate does not have, for anybody: it says nothing about what is inside. */
export default function NotFound() {
  return (
    <main className="min-h-dvh bg-surface">
      <EmptyState
        isPage
        widget={<Mark hasWordmark />}
        title="There is nothing at this address."
        actions={<ButtonLink href="/">Home</ButtonLink>}
      >
        The link may be older than what it pointed to.
      </EmptyState>
    </main>
  )
}
