'use client'

import { useNow } from '@/components/layout/use-now'
import { DefinitionList } from '@/components/ui/definition-list'
import { formatStamp } from '@/components/ui/format-time'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { Sentence } from '@/components/ui/sentence'
import type { ChangeDetail } from '@/lib/control-loop/diff/contract'
import { ChangeValues } from './change-values'
import { originSentences } from './origin-words'
import { prepareWindow } from './prepare-window'

export type ChangeFactsProps = { change: ChangeDetail }

/** What moved, why it counts as it does, and between which two looks it happened. */
export function ChangeFacts({ change }: ChangeFactsProps) {
  const now = useNow()
  const { base, revision } = change
  return (
    <Section title="What changed">
      <DefinitionList
        gutter="page"
        items={[
          { term: 'Values', value: <ChangeValues change={change} /> },
          { term: 'Severity', value: <Sentence text={change.severityReason} /> },
          { term: 'Came from', value: originSentences[change.origin] },
          { term: 'Happened', value: prepareWindow(change.notBefore, change.detectedAt, now) },
          {
            term: 'Connection',
            value: <Link href={`/connections/${change.connection.id}`}>{revealInvisible(change.connection.name)}</Link>,
          },
          {
            term: 'Base',
            value: base
              ? `snapshot ${base.number}, taken ${formatStamp(base.takenAt, now)}`
              : 'the approved baseline, which is no snapshot of its own',
          },
          { term: 'Revision', value: `snapshot ${revision.number}, taken ${formatStamp(revision.takenAt, now)}` },
          ...(change.closedAt
            ? [
                {
                  term: 'Closed',
                  value: `${formatStamp(change.closedAt, now)}${change.closedBy ? `, ${revealInvisible(change.closedBy)}` : ''}`,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
