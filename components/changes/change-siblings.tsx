import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { Section } from '@/components/ui/section'
import { Sentence } from '@/components/ui/sentence'
import { SeverityBadge } from '@/components/ui/severity-badge'
import type { ChangeDetail } from '@/lib/control-loop/diff/contract'
import { severities } from '@/lib/control-loop/diff/domain/change'
import { shortenSentence } from './shorten-sentence'

export type ChangeSiblingsProps = { siblings: ChangeDetail['siblings'] }

/** What else was seen in the same look: often one cause. */
export function ChangeSiblings({ siblings }: ChangeSiblingsProps) {
  if (siblings.length === 0) return null
  return (
    <Section title="Seen in the same look" note={`${siblings.length}`} isFollowing>
      <ul>
        {siblings.map((sibling) => {
          const severity = severities.find((known) => known === sibling.severity)
          return (
            <li
              key={sibling.id}
              className="grid min-h-row grid-cols-[100px_minmax(0,1fr)] items-center gap-x-3 border-b border-line px-5 py-1.5 last:border-b-0 hover:bg-surface-2 md:grid-cols-[100px_minmax(0,9fr)_minmax(0,11fr)] md:py-0"
            >
              {severity ? <SeverityBadge severity={severity} /> : <span>{sibling.severity}</span>}
              <Link href={`/changes/${sibling.id}`} look="plain">
                <PathName path={sibling.path} />
              </Link>
              <span title={sibling.sentence} className="min-w-0 truncate text-xs text-ink-2 max-md:col-span-2">
                <Sentence text={shortenSentence(sibling.sentence, sibling.path)} />
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
