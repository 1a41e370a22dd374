import { useNow } from '@/components/layout/use-now'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { TimeAgo } from '@/components/ui/time-ago'
import type { Policies } from '@/lib/control-loop/policy/contract'
import { DifferenceList } from './difference-list'

export type VersionsSectionProps = { versions: Policies['versions'] }

/** The history: who saved which version when, and what was different in it. Versions never change. */
export function VersionsSection({ versions }: VersionsSectionProps) {
  const now = useNow()
  return (
    <Section title="Versions" note={`${versions.length}`} gutter="inspector" isFollowing>
      <ol aria-label="Versions">
        {versions.map((version) => (
          <li key={version.version} className="grid gap-1.5 border-b border-line px-4 py-2 last:border-b-0">
            <p className="flex gap-2">
              <span className="font-medium">Version {version.version}</span>
              <span className="min-w-0 truncate text-ink-2">{revealInvisible(version.savedBy)}</span>
              <span className="ms-auto text-xs text-ink-3">
                <TimeAgo at={version.savedAt} now={now} />
              </span>
            </p>
            {version.differences.length > 0 && (
              <DifferenceList label={`Differences of version ${version.version}`} differences={version.differences} />
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
