'use client'

import { Replace } from 'lucide-react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import { Bracket } from './bracket'
import type { ComparedRename } from './prepare-comparison'
import type { RenameDecision } from './use-rename-decision'

export type RenameLineProps = { rename: ComparedRename; decision: RenameDecision }

const decided = { same: 'It is a rename', separate: 'Two separate changes' } as const

/** The question under two joined lines. Until somebody answers, Headgate treats them as one drop and one add. */
export function RenameLine({ rename, decision }: RenameLineProps) {
  const strongest = strongestOf(rename)
  const against = rename.evidence.filter(({ verdict }) => verdict === 'against').length
  return (
    <tr>
      <td className="relative overflow-visible border-b border-line">
        <Bracket part="bottom" />
      </td>
      <td colSpan={5} className="border-b border-line py-2 pe-4 ps-2.5">
        <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <span className="flex min-w-0 items-center gap-2">
            <span className="text-ink-2">
              <Icon of={Replace} />
            </span>
            <b className="font-semibold whitespace-nowrap">
              {rename.decision ? `Decided: ${decided[rename.decision].toLowerCase()}` : 'Looks like a rename'}
            </b>
            <span className="text-ink-2">
              {strongest && <Sentence text={[strongest.text, strongest.measure].filter(Boolean).join(', ')} />}
              {against > 0 && <span className="text-ink-3"> · {against} against</span>}
            </span>
          </span>
          <span className="flex flex-wrap items-center gap-1.5">
            {rename.decision !== 'same' && (
              <Button
                kind={rename.decision === null ? 'decide' : 'outline'}
                size="sm"
                isDisabled={decision.refusal !== null}
                isPending={decision.isPending}
                onPress={() => decision.decide(rename, true)}
              >
                It is a rename
              </Button>
            )}
            {rename.decision !== 'separate' && (
              <Button
                size="sm"
                isDisabled={decision.refusal !== null}
                isPending={decision.isPending}
                onPress={() => decision.decide(rename, false)}
              >
                Two separate changes
              </Button>
            )}
          </span>
        </div>
        {decision.refusal && <p className="mt-1 text-ink-3">{decision.refusal}</p>}
        <ProblemMessage error={decision.error} what="Your answer" />
      </td>
    </tr>
  )
}

/** Rows that were counted tell more than names that look alike. */
function strongestOf({ evidence }: ComparedRename) {
  const speaking = evidence.filter(({ verdict }) => verdict === 'for')
  return speaking.find(({ measure }) => measure !== null && / of /.test(measure)) ?? speaking[0]
}
