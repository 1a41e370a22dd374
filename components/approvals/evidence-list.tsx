import { Check, Minus, X } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import type { Evidence } from '@/lib/control-loop/proposal/domain/evidence'

export type EvidenceListProps = { evidence: readonly Evidence[] }

const faces = {
  for: { icon: Check, colour: 'text-good-ink', word: 'For' },
  against: { icon: X, colour: 'text-bad-ink', word: 'Against' },
  neutral: { icon: Minus, colour: 'text-ink-3', word: 'Neither' },
} as const
const line = 'grid grid-cols-[20px_1fr_auto] items-start border-b border-line py-[3.5px] leading-[19px] last:border-b-0'

/** What speaks for and against, each a measurement with its n. Says so when nothing was found against. */
export function EvidenceList({ evidence }: EvidenceListProps) {
  const hasContrary = evidence.some((entry) => entry.verdict === 'against')
  const checks = evidence.length === 1 ? '1 check' : `${evidence.length} checks`
  return (
    <ul className="mt-px">
      {evidence.map((entry) => {
        const face = faces[entry.verdict]
        return (
          <li key={`${entry.verdict}-${entry.text}`} className={line}>
            <span className={`pt-[2.5px] ${face.colour}`}>
              <Icon of={face.icon} />
              <span className="sr-only">{face.word}: </span>
            </span>
            <span className="min-w-0 wrap-anywhere">
              <Sentence text={entry.text} />
            </span>
            {entry.measure && (
              <span className="ps-3 text-xs leading-[19px] whitespace-nowrap text-ink-3">{entry.measure}</span>
            )}
          </li>
        )
      })}
      {!hasContrary && (
        <li className={`${line} text-ink-2`}>
          <span className="pt-[2.5px] text-ink-3">
            <Icon of={Minus} />
          </span>
          <span>
            {evidence.length === 0 ? 'Nothing was measured for this.' : `No contrary evidence found in ${checks}.`}
          </span>
        </li>
      )}
    </ul>
  )
}
