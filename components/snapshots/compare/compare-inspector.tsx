'use client'

import { Check, Minus, X } from 'lucide-react'
import { ghostState } from '@/components/connections/schema/ghost-state'
import { Inspector } from '@/components/layout/inspector'
import { Button } from '@/components/ui/button'
import { DiffSign } from '@/components/ui/diff-sign'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Message } from '@/components/ui/message'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { Sentence } from '@/components/ui/sentence'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { StateGlyph } from '@/components/ui/state-glyph'
import { diffKinds } from './diff-kinds'
import type { ComparedRename, DiffRow } from './prepare-comparison'

export type CompareInspectorProps = { row: DiffRow; place: string; isViewed: boolean; onView: () => void }

/** The selected difference in a sentence, why it is graded so, and, for a suspected rename, what speaks for and against. */
export function CompareInspector({ row, place, isViewed, onView }: CompareInspectorProps) {
  const { change, rename } = row
  const path: { schema?: string; table?: string; column?: string } = change.change.path
  const segments = [path.table ?? path.schema, path.column].filter((part) => part !== undefined)
  return (
    <Inspector
      title={
        <span className="flex min-w-0 items-center gap-1.5">
          <DiffSign kind={diffKinds[change.sign]} />
          <PathName path={segments.length > 0 ? segments : [row.name]} />
        </span>
      }
      note={place}
    >
      <div className="flex flex-col gap-2 px-4 py-2.5">
        <p>
          <Sentence text={change.sentence} />
        </p>
        {rename && rename.decision === null && (
          <p className="text-ink-2">Until someone decides, Headgate treats the two as one drop and one add.</p>
        )}
        <p className="flex items-start gap-2 text-xs text-ink-2">
          <SeverityBadge severity={change.severity} />
          <span>{change.reason}</span>
        </p>
        <div className="flex flex-wrap items-center gap-1.5">
          <Button size="sm" keys="V" onPress={onView}>
            {isViewed ? 'Not viewed' : 'Viewed'}
          </Button>
          {change.changeId && <Link href={`/changes/${change.changeId}`}>Open the change</Link>}
        </div>
      </div>
      {rename && <RenameEvidence rename={rename} />}
      {change.proposals.length > 0 && (
        <Section title="Answered by" note={String(change.proposals.length)} gutter="inspector" isFollowing>
          <ul className="px-4 py-1.5">
            {change.proposals.map((proposal) => (
              <li key={proposal.id} className="flex min-h-7 items-center gap-2">
                <StateGlyph state={ghostState(proposal.state)} />
                <span className="ms-auto">
                  <Link href={`/approvals/${proposal.id}`}>P-{proposal.number}</Link>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Inspector>
  )
}

const sides = [
  { verdict: 'for', title: 'For a rename', none: 'Nothing speaks for it.' },
  { verdict: 'against', title: 'Against', none: 'No contrary evidence found.' },
  { verdict: 'neutral', title: 'Neither way', none: null },
] as const
const glyphs = {
  for: { icon: Check, ink: 'text-good-ink' },
  against: { icon: X, ink: 'text-bad-ink' },
  neutral: { icon: Minus, ink: 'text-ink-3' },
} as const

function RenameEvidence({ rename }: { rename: ComparedRename }) {
  return (
    <>
      {sides.map(({ verdict, title, none }) => {
        const lines = rename.evidence.filter((line) => line.verdict === verdict)
        if (lines.length === 0 && none === null) return null
        const { icon, ink } = glyphs[verdict]
        return (
          <Section key={verdict} title={title} note={countNote(lines.length)} gutter="inspector" isFollowing>
            {lines.length === 0 ? (
              <p className="px-4 py-2 text-xs text-ink-3">{none}</p>
            ) : (
              <ul className="px-4 pt-0.5 pb-1.5 text-xs leading-[17px]">
                {lines.map((line) => (
                  <li key={line.text} className="flex gap-2 border-b border-line py-[5px] last:border-b-0">
                    <span className={`mt-[1.5px] ${ink}`}>
                      <Icon of={icon} />
                    </span>
                    <span className="min-w-0 grow">
                      <Sentence text={line.text} />
                    </span>
                    {line.measure && <span className="text-ink-3">{revealInvisible(line.measure)}</span>}
                  </li>
                ))}
              </ul>
            )}
          </Section>
        )
      })}
      <div className="border-t border-line px-4 py-2.5">
        <Message tone="plain">
          Fivetran cannot rename in the destination: the old column stays with its last values. Saying that it is a
          rename moves settings, class and history over.
        </Message>
      </div>
    </>
  )
}

const countNote = (count: number) => (count === 0 ? undefined : count === 1 ? '1 check' : `${count} checks`)
