'use client'

import { GitCompareArrows } from 'lucide-react'
import { useState } from 'react'
import { AdviceSection } from '@/components/advice/advice-section'
import { ExplainedChanges } from '@/components/advice/explained-changes'
import { whoMay } from '@/components/console/role-words'
import { PageHeader } from '@/components/layout/page-header'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icon'
import { PathName } from '@/components/ui/path-name'
import { Sentence } from '@/components/ui/sentence'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { Tag } from '@/components/ui/tag'
import type { ChangeDetail } from '@/lib/control-loop/diff/contract'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { AcceptDialog } from './accept-dialog'
import { ChangeAnswers } from './change-answers'
import { ChangeFacts } from './change-facts'
import { ChangeSiblings } from './change-siblings'
import { originWords } from './origin-words'
import { prepareWindow } from './prepare-window'
import { RenameSuggestion } from './rename-suggestion'

export type ChangeViewProps = { change: ChangeDetail; role: Role | null }

const endStates = { accepted: 'Accepted into the baseline', resolved: 'Gone again' } as const

/** One change as a page: what moved and how much it hurts on the left, what answers it on the right. */
export function ChangeView({ change, role }: ChangeViewProps) {
  const now = useNow()
  const [isAccepting, setIsAccepting] = useState(false)
  const isOpen = change.state === 'open'
  const compareHref = change.base
    ? `/connections/${change.connection.id}/compare?base=${change.base.snapshotId}&revision=${change.revision.snapshotId}`
    : null
  return (
    <>
      <PageHeader
        title={<PathName path={change.path || change.connection.name} size="title" isGone={change.sign === '-'} />}
        status={
          <>
            <SeverityBadge severity={change.severity} size="header" />
            {change.state !== 'open' && <Tag>{endStates[change.state]}</Tag>}
            {change.origin === 'outside' && <Tag kind="outside">{originWords.outside}</Tag>}
          </>
        }
        summary={<Sentence text={change.sentence} />}
        meta={`Seen ${prepareWindow(change.notBefore, change.detectedAt, now)} UTC`}
        actions={
          <>
            {compareHref && (
              <ButtonLink href={compareHref} icon={<Icon of={GitCompareArrows} />}>
                Compare snapshots
              </ButtonLink>
            )}
            {isOpen && (
              <Button
                onPress={() => setIsAccepting(true)}
                disabledReason={can(role, 'proposals.write') ? null : `${whoMay('proposals.write')} propose.`}
              >
                Accept as it is…
              </Button>
            )}
          </>
        }
      />
      <div className="grid grow border-t border-line xl:grid-cols-[minmax(0,1fr)_376px]">
        <div className="min-w-0">
          <ChangeFacts change={change} />
          {change.renames.map((rename) => (
            <RenameSuggestion
              key={`${rename.from} ${rename.to}`}
              rename={rename}
              connectionId={change.connection.id}
              role={role}
            />
          ))}
          <AdviceSection
            title="What it means"
            request={{ kind: 'explain-changes', changeId: change.id }}
            preview={{ task: 'explain-changes', subject: { changeSetId: change.changeSetId } }}
            role={role}
          >
            {(result) => result.kind === 'explain-changes' && <ExplainedChanges result={result} />}
          </AdviceSection>
          <ChangeSiblings siblings={change.siblings} />
        </div>
        <aside aria-label="What answers it" className="min-w-0 border-line max-xl:border-t xl:border-s">
          <ChangeAnswers change={change} />
        </aside>
      </div>
      <AcceptDialog change={change} isOpen={isAccepting} onOpenChange={setIsAccepting} />
    </>
  )
}
