import { catalogTableHref } from '@/components/catalog/catalog-table-href'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Section } from '@/components/ui/section'
import type { QualityOverview } from '@/lib/capabilities/quality/contract'
import { tablePath } from './table-path'

export type QualityAsideProps = { overview: QualityOverview }

/** Measured tables that are held to nothing, and how much is. */
export function QualityAside({ overview }: QualityAsideProps) {
  const { gaps, gapCount, cover } = overview
  return (
    <>
      <Section
        title="Held to nothing"
        gutter="inspector"
        note={gapCount === 1 ? '1 measured table' : `${gapCount} measured tables`}
      >
        {gaps.length === 0 ? (
          <p className="px-4 py-3 text-xs text-ink-2">
            {cover.measured === 0 ? 'No table was measured yet.' : 'Every measured table has a check.'}
          </p>
        ) : (
          <ul>
            {gaps.map(({ connection, schema, table, suggestions }) => (
              <li key={`${connection.id}.${schema}.${table}`} className="border-b border-line px-4 py-2 text-xs">
                <PathName path={tablePath({ connection, schema, table })} />
                <p>
                  <Link href={`${catalogTableHref({ connectionId: connection.id, schema, table })}/checks`}>
                    {suggestions === 0
                      ? 'nothing suggested yet'
                      : suggestions === 1
                        ? '1 check suggested'
                        : `${suggestions} checks suggested`}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Cover" gutter="inspector" note="of measured tables" isFollowing={gaps.length === 0}>
        <div className="flex flex-col gap-3 px-4 py-3 text-xs">
          <Cover label="Tables with a check" done={cover.held} of={cover.measured} />
          <Cover label="Keys checked" done={cover.keysHeld} of={cover.withKey} />
          <Cover label="Freshness checked" done={cover.freshnessHeld} of={cover.measured} />
        </div>
      </Section>
    </>
  )
}

function Cover({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex justify-between">
        <span>{label}</span>
        <span className="text-ink-2">
          {done} of {of}
        </span>
      </p>
      <ProgressBar label={label} done={done} of={of} />
    </div>
  )
}
