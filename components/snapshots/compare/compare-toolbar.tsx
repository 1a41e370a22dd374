'use client'

import { ArrowLeftRight, ArrowRight, Link2 } from 'lucide-react'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { formatStamp } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { showToast } from '@/components/ui/toast'
import { Toolbar } from '@/components/ui/toolbar'
import type { Comparison, SnapshotSummary } from '@/lib/control-loop/snapshot/contract'
import { nameCounts } from './prepare-comparison'

interface Pair {
  base: string
  revision: string
}

export type CompareToolbarProps = {
  pair: Pair
  comparison: Comparison | null
  snapshots: readonly SnapshotSummary[]
  onChange: (change: Partial<Pair>) => void
}

const signs = [
  { sign: '+', mark: '+', ink: 'text-added-ink' },
  { sign: '-', mark: '−', ink: 'text-removed-ink' },
  { sign: '~', mark: '~', ink: 'text-changed-ink' },
] as const

/** Which two snapshots, and what came, went and moved between them. */
export function CompareToolbar({ pair, comparison, snapshots, onChange }: CompareToolbarProps) {
  const now = useNow()
  const known = withCompared(snapshots, comparison).map((snapshot) => ({
    id: snapshot.id,
    label: `${snapshot.number} · ${formatStamp(snapshot.takenAt, now)}`,
    hint: snapshot.isBaseline ? 'baseline' : undefined,
  }))
  const isWordPair = pair.base === 'baseline' || pair.revision === 'latest'
  return (
    <Toolbar
      label="Which snapshots"
      end={
        <Button
          size="sm"
          icon={<Icon of={Link2} />}
          onPress={() =>
            navigator.clipboard.writeText(absoluteLink(comparison)).then(
              () => showToast('Link copied.'),
              () => showToast('The browser did not allow copying.'),
            )
          }
        >
          Copy link
        </Button>
      }
    >
      <div className="w-60">
        <Select
          label="Base"
          isLabelHidden
          size="sm"
          options={[{ id: 'baseline', label: 'base: what was approved' }, ...known]}
          value={pair.base}
          onChange={(base) => onChange({ base })}
        />
      </div>
      <span className="text-ink-3">
        <Icon of={ArrowRight} />
      </span>
      <div className="w-60">
        <Select
          label="Revision"
          isLabelHidden
          size="sm"
          options={[{ id: 'latest', label: 'revision: the latest' }, ...known]}
          value={pair.revision}
          onChange={(revision) => onChange({ revision })}
        />
      </div>
      <IconButton
        icon={<Icon of={ArrowLeftRight} />}
        label={isWordPair ? 'Swapping needs two snapshots by number' : 'Swap base and revision'}
        size="sm"
        isDisabled={isWordPair}
        onPress={() => onChange({ base: pair.revision, revision: pair.base })}
      />
      {comparison && (
        <p className="ms-3 flex flex-wrap gap-x-4 font-medium">
          {signs.map(({ sign, mark, ink }) => {
            const words = nameCounts(comparison.changes, sign)
            return words === '' ? null : (
              <span key={sign} className={ink}>
                {mark} {words}
              </span>
            )
          })}
        </p>
      )}
    </Toolbar>
  )
}

/** The link names the very snapshots on the screen: `latest` would be another one tomorrow. */
function absoluteLink(comparison: Comparison | null): string {
  const url = new URL(window.location.href)
  if (comparison) {
    if (url.searchParams.get('base') && url.searchParams.get('base') !== 'baseline') {
      url.searchParams.set('base', comparison.base.id)
    }
    url.searchParams.set('revision', comparison.revision.id)
  }
  return url.toString()
}

/** The two on the screen can be chosen even when the list has not been paged that far back. */
function withCompared(snapshots: readonly SnapshotSummary[], comparison: Comparison | null): SnapshotSummary[] {
  const all = new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]))
  for (const end of comparison ? [comparison.base, comparison.revision] : []) all.set(end.id, end)
  return [...all.values()].sort((one, other) => other.number - one.number)
}
