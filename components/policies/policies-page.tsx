'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryProblem } from '@/components/console/query-problem'
import { whoMay } from '@/components/console/role-words'
import { useNow } from '@/components/layout/use-now'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { formatDistance } from '@/components/ui/format-time'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Skeleton } from '@/components/ui/skeleton'
import type { Policies } from '@/lib/control-loop/policy/contract'
import { policiesQuery } from '@/lib/control-loop/policy/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { AutomaticSection } from './automatic-section'
import { DraftSection } from './draft-section'
import { EarnedSection } from './earned-section'
import { FreezesSection } from './freezes-section'
import { LevelsSection } from './levels-section'
import { RulesSection } from './rules-section'
import { StopSection } from './stop-section'
import { usePolicyDraft } from './use-policy-draft'
import { VersionsSection } from './versions-section'

export type PoliciesPageProps = { role: Role | null }

/** Who decides what, and what may go by itself: the policy in force and the draft of the next one; beside it the stop, the record and the history. */
export function PoliciesPage({ role }: PoliciesPageProps) {
  const query = useQuery(policiesQuery())
  const present = query.data
  return (
    <SettingsFrame
      name="Policies"
      end={
        present && (
          <>
            <StopSection stop={present.stop} startedLastHour={present.startedLastHour} role={role} />
            <EarnedSection record={present.record} />
            <VersionsSection versions={present.versions} />
          </>
        )
      }
      endLabel="Stop, record and versions"
    >
      {present ? (
        <PolicyForms present={present} mayEdit={can(role, 'policy.write')} />
      ) : query.error ? (
        <QueryProblem
          title="The policy was not read."
          error={query.error}
          holds="It is in force as it was."
          onRetry={() => query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <Skeleton label="Reading the policy" rows={8} />
      )}
    </SettingsFrame>
  )
}

function PolicyForms({ present, mayEdit }: { present: Policies; mayEdit: boolean }) {
  const now = useNow()
  const draft = usePolicyDraft(present)
  const { policy, edit } = draft
  const latest = present.versions[0]
  return (
    <>
      <header className="px-5 pt-4 pb-3.5 md:px-7">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h1 className="text-lg font-semibold tracking-[-0.011em]">Policies</h1>
          {latest && (
            <span className="text-xs text-ink-2">
              Version {latest.version} in force, {revealInvisible(latest.savedBy)},{' '}
              {formatDistance(latest.savedAt, now)}
            </span>
          )}
        </div>
        <p className="text-ink-2">
          Who decides which change, and what may be applied without anybody.
          {!mayEdit && ` ${whoMay('policy.write')} change it; you see what is in force.`}
        </p>
      </header>
      <RulesSection
        rules={policy.rules}
        choices={present.choices}
        mayEdit={mayEdit}
        onChange={(rules) => edit({ ...policy, rules })}
      />
      <LevelsSection policy={policy} mayEdit={mayEdit} onChange={edit} />
      <AutomaticSection policy={policy} startedLastHour={present.startedLastHour} mayEdit={mayEdit} onChange={edit} />
      <FreezesSection freezes={policy.freezes} mayEdit={mayEdit} onChange={(freezes) => edit({ ...policy, freezes })} />
      {draft.isChanged && <DraftSection present={present} draft={draft} />}
    </>
  )
}
