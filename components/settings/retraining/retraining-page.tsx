'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { QueryProblem } from '@/components/console/query-problem'
import { whoMay } from '@/components/console/role-words'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Skeleton } from '@/components/ui/skeleton'
import { TimeAgo } from '@/components/ui/time-ago'
import type { RetrainingView } from '@/lib/capabilities/drift/contract'
import { retrainingQuery, testRetrainingMutation } from '@/lib/capabilities/drift/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { SettingsFrame } from '../settings-frame'
import { SettingsSection } from '../settings-section'
import { CallList } from './call-list'
import { HookForm } from './hook-form'

export type RetrainingPageProps = { role: Role | null }

/** Who is called when rows moved so far that a model should be trained again, and what became of the calls. */
export function RetrainingPage({ role }: RetrainingPageProps) {
  const [testedBefore, setTestedBefore] = useState<string | null | undefined>(undefined)
  const query = useQuery(retrainingQuery(testedBefore))
  const mayEdit = can(role, 'settings.write')
  const isWaiting = testedBefore !== undefined && query.data?.hook?.testedAt === testedBefore
  return (
    <SettingsFrame name="Retraining">
      {query.data ? (
        <>
          <header className="px-5 pt-4 pb-3.5 md:px-7">
            <h1 className="text-lg font-semibold tracking-[-0.011em]">Retraining</h1>
            <p className="text-ink-2">
              One signed call when the columns of an <Link href="/incidents">incident</Link> moved beyond what is set
              here: once an incident, and not again within the pause.{' '}
              {mayEdit ? 'Admins can edit this page.' : 'You can read this page; admins can edit it.'}
            </p>
          </header>
          <SettingsSection
            title="Webhook"
            note="By the Standard Webhooks specification: ids, names and a link, no row."
          >
            <HookForm hook={query.data.hook} mayEdit={mayEdit} />
          </SettingsSection>
          {query.data.hook && (
            <TestSection
              hook={query.data.hook}
              mayEdit={mayEdit}
              isWaiting={isWaiting}
              onAsked={() => setTestedBefore(query.data.hook?.testedAt ?? null)}
            />
          )}
          <SettingsSection title="Calls" note="The latest twenty.">
            <CallList calls={query.data.calls} />
          </SettingsSection>
        </>
      ) : query.error ? (
        <QueryProblem
          title="Retraining was not read."
          error={query.error}
          onRetry={() => query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <Skeleton label="Reading retraining" rows={6} />
      )}
    </SettingsFrame>
  )
}

type TestSectionProps = {
  hook: NonNullable<RetrainingView['hook']>
  mayEdit: boolean
  isWaiting: boolean
  onAsked: () => void
}

function TestSection({ hook, mayEdit, isWaiting, onAsked }: TestSectionProps) {
  const now = useNow()
  const test = useMutation(testRetrainingMutation())
  return (
    <SettingsSection title="Test" note="A message that asks for nothing.">
      <div className="grid justify-items-start gap-2">
        <Button
          onPress={() => test.mutate(undefined, { onSuccess: onAsked })}
          isPending={test.isPending || isWaiting}
          disabledReason={mayEdit ? null : `${whoMay('settings.write')} send tests.`}
        >
          Send a test
        </Button>
        {hook.testedAt && (
          <p className="text-xs text-ink-2">
            {hook.testDetail} <TimeAgo at={hook.testedAt} now={now} look="stamp" />
          </p>
        )}
        <ProblemMessage error={test.error} what="The test" />
      </div>
    </SettingsSection>
  )
}
