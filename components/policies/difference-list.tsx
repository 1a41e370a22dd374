import { DiffSign } from '@/components/ui/diff-sign'
import { Sentence } from '@/components/ui/sentence'
import type { PolicyDifferenceView } from '@/lib/control-loop/policy/contract'

export type DifferenceListProps = { label: string; differences: readonly PolicyDifferenceView[] }

const signs = { added: 'added', removed: 'removed', changed: 'changed', moved: 'changed' } as const

/** What is different between two versions: a sign, the sentence, and the one before where it was changed. */
export function DifferenceList({ label, differences }: DifferenceListProps) {
  return (
    <ul aria-label={label} className="grid gap-1 text-xs leading-[18px]">
      {differences.map((difference) => (
        <li key={`${difference.sign} ${difference.sentence}`} className="flex items-start gap-1.5">
          <DiffSign kind={signs[difference.sign]} />
          <span className="min-w-0 wrap-anywhere">
            <Sentence text={difference.sentence} />
            {difference.before && (
              <span className="block text-ink-3">
                before: <Sentence text={difference.before} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
