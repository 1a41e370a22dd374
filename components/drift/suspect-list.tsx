import { useNow } from '@/components/layout/use-now'
import { Link } from '@/components/ui/link'
import { Mark } from '@/components/ui/mark'
import { Sentence } from '@/components/ui/sentence'
import { TimeAgo } from '@/components/ui/time-ago'
import type { IncidentView } from '@/lib/capabilities/drift/contract'

export type SuspectListProps = { suspects: IncidentView['suspects'] }

const kinds = { 'applied-change': 'applied', resync: 're-synced', 'schema-change': 'changed at the source' } as const
const fits = { column: 'the very column', table: 'its table', connection: 'its connection' } as const

/** What may be the cause, the likeliest first. A suspect is what happened before, not what was proved. */
export function SuspectList({ suspects }: SuspectListProps) {
  const now = useNow()
  if (suspects.length === 0) {
    return (
      <p className="text-xs leading-[18px] text-ink-2">
        Nothing was applied, re-synced or changed at the source in the two weeks before. Look at the source itself.
      </p>
    )
  }
  return (
    <ol className="grid gap-2">
      {suspects.map((suspect) => (
        <li key={`${suspect.href} ${suspect.title} ${suspect.atMs}`} className="flex gap-2 text-xs leading-[18px]">
          <span aria-hidden="true" className={suspect.kind === 'applied-change' ? 'mt-px' : 'mt-px opacity-40'}>
            <Mark />
          </span>
          <span className="min-w-0 text-ink-2">
            <Link href={suspect.href}>{suspect.label}</Link>{' '}
            <span className="text-ink">
              <Sentence text={suspect.title} />
            </span>
            , {kinds[suspect.kind]} on {fits[suspect.fit]}, <TimeAgo at={suspect.atMs} now={now} look="stamp" />
          </span>
        </li>
      ))}
    </ol>
  )
}
