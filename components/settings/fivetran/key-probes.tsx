'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, FlaskConical, type LucideIcon, Minus, X } from 'lucide-react'
import { ProblemMessage } from '@/components/console/problem-message'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { formatDistance } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import type { FivetranSettings } from '@/lib/control-loop/connection/contract'
import { testAccountMutation } from '@/lib/control-loop/connection/queries'
import { SettingsSection } from '../settings-section'

export type KeyProbesProps = { account: NonNullable<FivetranSettings['account']>; mayEdit: boolean }

type Outcome = NonNullable<FivetranSettings['account']>['probes'][number]['outcome']

const faces: Record<Outcome, { icon: LucideIcon; colour: string; word: string }> = {
  yes: { icon: Check, colour: 'text-good-ink', word: 'Yes' },
  no: { icon: X, colour: 'text-bad-ink', word: 'No' },
  'not-tried': { icon: Minus, colour: 'text-ink-3', word: 'Not tried' },
}

/** What the stored key could do at the last test: tried with calls that only read. */
export function KeyProbes({ account, mayEdit }: KeyProbesProps) {
  const now = useNow()
  const client = useQueryClient()
  const test = useMutation(testAccountMutation(client))
  const isTesting = account.testUnderWay || test.isPending
  return (
    <SettingsSection
      title="What the key may do"
      note={
        account.stateAt && account.state !== 'untested'
          ? `Probed by the worker ${formatDistance(account.stateAt, now)}, read only.`
          : 'Probed by the worker, read only.'
      }
      action={
        <Button
          size="sm"
          icon={<Icon of={FlaskConical} />}
          onPress={() => test.mutate()}
          isPending={isTesting}
          isDisabled={!mayEdit}
        >
          {isTesting ? 'The worker tests it' : 'Test again'}
        </Button>
      }
    >
      {account.probes.length === 0 ? (
        <p className="text-ink-2">{account.stateDetail ?? 'Nothing was tried yet.'}</p>
      ) : (
        <ul>
          {account.probes.map((probe) => {
            const face = faces[probe.outcome]
            return (
              <li
                key={probe.capability}
                className="grid min-h-[26px] grid-cols-[22px_minmax(0,1fr)] items-center md:grid-cols-[22px_218px_minmax(0,1fr)]"
              >
                <span className={face.colour}>
                  <Icon of={face.icon} />
                  <span className="sr-only">{face.word}: </span>
                </span>
                <span>{probe.capability}</span>
                {probe.detail && <span className="text-xs text-ink-3 max-md:col-start-2">{probe.detail}</span>}
              </li>
            )
          })}
        </ul>
      )}
      {test.error && (
        <div className="mt-2">
          <ProblemMessage error={test.error} what="The test" />
        </div>
      )}
    </SettingsSection>
  )
}
