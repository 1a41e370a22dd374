import { Check, X } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import type { Gate } from '@/lib/control-loop/proposal/contract'

export type GatesListProps = { gates: readonly Gate[] }

/** What must hold before this may run. Each one that does not says what clears it. */
export function GatesList({ gates }: GatesListProps) {
  return (
    <ul className="text-xs leading-5">
      {gates.map((gate) => (
        <li key={gate.gate} className="flex items-start gap-[7px]">
          <span className={`mt-[3px] ${gate.passed ? 'text-good-ink' : 'text-bad-ink'}`}>
            <Icon of={gate.passed ? Check : X} />
            <span className="sr-only">{gate.passed ? 'Holds: ' : 'Does not hold: '}</span>
          </span>
          <span className="min-w-0 wrap-anywhere">
            <Sentence text={gate.sentence} />
            {!gate.passed && gate.clearedBy && (
              <span className="text-ink-2">
                {' '}
                <Sentence text={gate.clearedBy} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
