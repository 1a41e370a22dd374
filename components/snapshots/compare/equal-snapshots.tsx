import { countOf } from '@/components/connections/count-of'
import { EmptyState } from '@/components/ui/empty-state'
import { HashText } from '@/components/ui/hash-text'
import type { Comparison } from '@/lib/control-loop/snapshot/contract'

export type EqualSnapshotsProps = { comparison: Comparison; isBaseline: boolean }

/** Nothing differs, and the two fingerprints that say so. */
export function EqualSnapshots({ comparison, isBaseline }: EqualSnapshotsProps) {
  const { base, revision, same } = comparison
  return (
    <EmptyState
      isPage
      title={
        base.id === revision.id && !isBaseline
          ? `${base.number} is compared with itself.`
          : isBaseline
            ? `Snapshot ${revision.number} is what was approved.`
            : `${base.number} and ${revision.number} are the same.`
      }
      widget={
        <p className="flex flex-wrap items-center gap-2 text-ink-2">
          <HashText hash={base.fingerprint} isCopyable />
          <span aria-hidden="true">{base.fingerprint === revision.fingerprint ? '=' : '≠'}</span>
          <span className="sr-only">{base.fingerprint === revision.fingerprint ? 'equals' : 'is not'}</span>
          <HashText hash={revision.fingerprint} isCopyable />
        </p>
      }
    >
      {countOf(same.tables, 'table')} and {countOf(same.columns, 'column')} do not differ in anything that counts.
      {base.fingerprint !== revision.fingerprint &&
        (isBaseline
          ? ' The fingerprints do: what was accepted since is part of the baseline.'
          : ' The fingerprints do: one of them knew less, and what was unknown is no change.')}
    </EmptyState>
  )
}
