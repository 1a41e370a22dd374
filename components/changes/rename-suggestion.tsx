'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { AdviceSection } from '@/components/advice/advice-section'
import { RenameOpinion } from '@/components/advice/rename-opinion'
import { EvidenceList } from '@/components/approvals/evidence-list'
import { ProblemMessage } from '@/components/console/problem-message'
import { whoMay } from '@/components/console/role-words'
import { Button } from '@/components/ui/button'
import { PathName } from '@/components/ui/path-name'
import { Section } from '@/components/ui/section'
import { showToast } from '@/components/ui/toast'
import type { ChangeDetail } from '@/lib/control-loop/diff/contract'
import { decideRenameMutation } from '@/lib/control-loop/diff/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'

export type RenameSuggestionProps = {
  rename: ChangeDetail['renames'][number]
  connectionId: string
  role: Role | null
}

const decisions = { same: 'Decided: the same column under a new name.', separate: 'Decided: two columns.' } as const

/** Two halves that may be one column under a new name: the evidence, and the question a person answers once. */
export function RenameSuggestion({ rename, connectionId, role }: RenameSuggestionProps) {
  const client = useQueryClient()
  const decide = useMutation(decideRenameMutation(client))
  const { schema, table, from, to, evidence, decision } = rename
  const isAllowed = can(role, 'proposals.write')

  function answer(same: boolean) {
    decide.mutate(
      { connectionId, schema, table, from, to, same },
      { onSuccess: () => showToast('Recorded. The worker drafts what fits it.') },
    )
  }

  const place = { connectionId, schema, table, from, to }
  return (
    <>
      <Section title="A rename?" note={decision ? undefined : 'a suggestion until somebody decides'} isFollowing>
        <div className="grid gap-3 px-5 py-3">
          <p className="flex flex-wrap items-center gap-2">
            <PathName path={[table, from]} isGone /> <span className="text-ink-3">may now be</span>{' '}
            <PathName path={[table, to]} />
          </p>
          <EvidenceList evidence={evidence} />
          {decision ? (
            <p className="font-medium">{decisions[decision]}</p>
          ) : (
            <div className="flex flex-wrap items-center gap-2">
              <Button isDisabled={!isAllowed} isPending={decide.isPending} onPress={() => answer(true)}>
                It is the same column
              </Button>
              <Button isDisabled={!isAllowed} isPending={decide.isPending} onPress={() => answer(false)}>
                They are two columns
              </Button>
              <span className="text-xs text-ink-3">
                {isAllowed
                  ? 'Changes nothing outside: it decides what is proposed.'
                  : `${whoMay('proposals.write')} decide this.`}
              </span>
            </div>
          )}
          <ProblemMessage error={decide.error} what="Your answer" />
        </div>
      </Section>
      {decision === null && (
        <AdviceSection
          title="An opinion on the rename"
          request={{ kind: 'judge-rename', ...place }}
          preview={{ task: 'judge-rename', subject: place }}
          role={role}
        >
          {(result) => result.kind === 'judge-rename' && <RenameOpinion result={result} />}
        </AdviceSection>
      )}
    </>
  )
}
