'use client'

import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { formatDay } from '@/components/ui/format-time'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { FivetranSettings } from '@/lib/control-loop/connection/contract'
import { ValueRow } from '../value-row'

export type AccountFactsProps = {
  account: NonNullable<FivetranSettings['account']>
  mayEdit: boolean
  onReplace: () => void
}

/** The account as it is connected. The secret went in and does not come out; all keys are replaced together. */
export function AccountFacts({ account, mayEdit, onReplace }: AccountFactsProps) {
  const now = useNow()
  return (
    <>
      <ValueRow label="Account">
        {revealInvisible(account.name)}
        {account.externalId && (
          <>
            , <span className="mono">{revealInvisible(account.externalId)}</span>
          </>
        )}
      </ValueRow>
      <ValueRow label="Address">
        <span className="mono">{account.baseUrl}</span>
      </ValueRow>
      <ValueRow label="API key">
        <span className="mono">{account.keyHint ?? 'none yet'}</span>
      </ValueRow>
      <ValueRow label="Secret" note="write only">
        <span className="inline-flex flex-wrap items-center gap-3">
          <span className="text-ink-3">
            <span aria-hidden="true">••••••••••••••••</span>
            <span className="sr-only">hidden</span>
          </span>
          <Button size="sm" onPress={onReplace} isDisabled={!mayEdit}>
            Replace…
          </Button>
        </span>
      </ValueRow>
      <ValueRow label="Key for writes" note={account.writeKeyHint ? 'The API key only reads.' : null}>
        {account.writeKeyHint ? <span className="mono">{account.writeKeyHint}</span> : 'none, the API key does both'}
      </ValueRow>
      <p className="text-xs text-ink-3 sm:ps-36">
        {account.credentialsSetAt &&
          `Set ${account.credentialsSetBy ? `by ${revealInvisible(account.credentialsSetBy)} ` : ''}on ${formatDay(account.credentialsSetAt, now)}. `}
        Sealed; only the worker can open it.
      </p>
    </>
  )
}
