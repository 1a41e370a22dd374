import { Check, CircleDashed, CircleHelp, X } from 'lucide-react'
import { formatClockSeconds } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import { Section } from '@/components/ui/section'
import { Sentence } from '@/components/ui/sentence'
import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'
import { prepareChecks } from './prepare-checks'

export type ChecksSectionProps = { run: Pick<ApplyRunDetail, 'verification' | 'steps' | 'connection' | 'state'> }

const faces = {
  held: { icon: Check, colour: 'text-good-ink', word: 'Held' },
  broken: { icon: X, colour: 'text-bad-ink', word: 'Broken' },
  'cannot-tell': { icon: CircleHelp, colour: 'text-warn-ink', word: 'Cannot tell' },
  'to-ask': { icon: CircleDashed, colour: 'text-ink-3', word: 'To ask' },
} as const

/** The proof: what a fresh snapshot will be asked, and then what it answered. */
export function ChecksSection({ run }: ChecksSectionProps) {
  const { verification } = run
  return (
    <Section
      title={verification ? 'Verification' : 'Verify will ask'}
      note={
        verification
          ? `${verification.held ? 'held' : 'did not hold'} at ${formatClockSeconds(verification.at)}`
          : 'after the last step'
      }
      isFollowing
    >
      <ul className="text-xs">
        {prepareChecks(run).map((line) => {
          const face = faces[line.outcome]
          return (
            <li key={line.check} className="flex min-h-[30px] items-center gap-3.5 border-b border-line px-5 py-1">
              <span className={face.colour}>
                <Icon of={face.icon} />
                <span className="sr-only">{face.word}: </span>
              </span>
              <span className="min-w-0 grow wrap-anywhere">
                <Sentence text={line.check} />
              </span>
              <span className="text-end text-ink-3">{line.detail}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
