import { Figure } from '@/components/ui/figure'
import { formatCount } from '@/components/ui/format-count'
import type { ColumnDriftView } from '@/lib/capabilities/drift/contract'
import type { DriftMeasure } from './drift-params'
import { formatMeasure, measureFaces } from './measure-words'

export type ColumnFiguresProps = { view: ColumnDriftView; measure: DriftMeasure }

const rate = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)}`)

/** The four numbers of a column: the measure, its middle, what is empty, how many rows. */
export function ColumnFigures({ view, measure }: ColumnFiguresProps) {
  const { detail } = view
  const tone = view.verdict === 'drift' ? 'text-bad-ink' : ''
  const hasTypical = detail.typical.baseline !== null && detail.typical.current !== null
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-2 px-4 py-3 sm:grid-cols-4">
      <Figure
        value={<span className={tone}>{formatMeasure(view[measure])}</span>}
        label={measureFaces[measure].word.toLowerCase()}
      />
      <Figure
        value={hasTypical ? `${detail.typical.baseline} → ${detail.typical.current}` : '–'}
        label={detail.by === 'categories' ? 'commonest' : 'median'}
      />
      <Figure value={`${rate(detail.nulls.baselineRate)} → ${rate(detail.nulls.currentRate)} %`} label="empty" />
      <Figure value={formatCount(view.current.rows)} label="rows" />
    </div>
  )
}
