'use client'

import { useState } from 'react'
import { useNow } from '@/components/layout/use-now'
import { formatDistance } from '@/components/ui/format-time'
import type { FivetranSettings } from '@/lib/control-loop/connection/contract'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { OutsideState } from '../outside-state'
import { SettingsSection } from '../settings-section'
import { AccountFacts } from './account-facts'
import { CredentialsForm } from './credentials-form'
import { editorsSentence } from './editors-sentence'
import { KeyProbes } from './key-probes'
import { LimitsForm } from './limits-form'
import { RefreshForm } from './refresh-form'

export type FivetranFormsProps = { settings: FivetranSettings; role: Role | null }

/** The editable half of the page. Who may not edit sees the same values and who may. */
export function FivetranForms({ settings, role }: FivetranFormsProps) {
  const now = useNow()
  const [isReplacing, setIsReplacing] = useState(false)
  const { account, admins } = settings
  const { budget, limit } = settings.calls
  const mayEdit = can(role, 'settings.write')
  return (
    <>
      <header className="px-5 pt-4 pb-3.5 md:px-7">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-lg font-semibold tracking-[-0.011em]">Fivetran</h1>
          {account && (
            <OutsideState
              size="header"
              state={account.state}
              word={
                account.state === 'connected' && account.refreshedAt
                  ? `Connected, read ${formatDistance(account.refreshedAt, now)}`
                  : undefined
              }
            />
          )}
        </div>
        <p className="text-ink-2">
          The account Headgate watches and, after approval, changes. {editorsSentence(admins, mayEdit)}
        </p>
        {account?.stateDetail && account.state !== 'connected' && <p className="mt-1">{account.stateDetail}</p>}
      </header>
      <SettingsSection title="Account">
        {account && !isReplacing ? (
          <AccountFacts account={account} mayEdit={mayEdit} onReplace={() => setIsReplacing(true)} />
        ) : mayEdit ? (
          <CredentialsForm
            account={account}
            onDone={() => setIsReplacing(false)}
            onCancel={account ? () => setIsReplacing(false) : null}
          />
        ) : (
          <p className="text-ink-2">No account is connected yet.</p>
        )}
      </SettingsSection>
      {account && (
        <>
          <KeyProbes account={account} mayEdit={mayEdit} />
          <RefreshForm key={account.refreshMinutes} account={account} mayEdit={mayEdit} />
          {budget && (
            <LimitsForm
              key={`${budget.requestsPerHourMax} ${budget.sourcePerHourMax} ${budget.sourcePerMinuteMax}`}
              budget={budget}
              quota={limit}
              mayEdit={mayEdit}
            />
          )}
        </>
      )}
    </>
  )
}
