'use client'

import { RotateCw } from 'lucide-react'
import { PageFrame } from '@/components/layout/page-frame'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { ErrorState } from '@/components/ui/error-state'
import { Icon } from '@/components/ui/icon'

/** A page that could not be drawn, inside the frame that could. */
export default function ConsoleError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PageFrame crumbs={[{ label: 'Home', href: '/' }, { label: 'Not drawn' }]}>
      <ErrorState
        title="This page could not be drawn."
        cause="Something went wrong on our side."
        holds="Nothing was changed: a page only reads."
        remedy="Try again. If it stays, give the id to whoever runs Headgate."
        actions={
          <>
            <Button icon={<Icon of={RotateCw} />} onPress={reset}>
              Try again
            </Button>
            <ButtonLink href="/" kind="quiet">
              Home
            </ButtonLink>
          </>
        }
        correlationId={error.digest}
      />
    </PageFrame>
  )
}
