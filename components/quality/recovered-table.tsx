import { formatSpan } from '@/components/ui/format-time'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { Sentence } from '@/components/ui/sentence'
import type { CheckRow } from '@/lib/capabilities/quality/contract'
import { CheckState } from './check-state'
import { CheckStrip } from './check-strip'
import { tablePath } from './table-path'

export type RecoveredTableProps = { checks: readonly CheckRow[] }

/** Checks that hold again, and how long they did not. */
export function RecoveredTable({ checks }: RecoveredTableProps) {
  return (
    <ul>
      {checks.map((check) => (
        <li
          key={check.id}
          className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-5 py-1 text-xs"
        >
          <CheckState state="passing" isBare />
          <span className="min-w-52 grow">
            <Link href={`/quality/${check.id}`} look="plain">
              <Sentence text={check.title} />
            </Link>
          </span>
          <PathName path={tablePath(check)} />
          <span className="text-ink-2">
            {check.recovered && `after ${formatSpan(check.recovered.afterMinutes * 60_000)}`}
          </span>
          <CheckStrip check={check} />
        </li>
      ))}
    </ul>
  )
}
