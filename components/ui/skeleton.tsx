export type SkeletonProps = {
  /** What is being read: "Reading connections". Readers hear it. */
  label: string
  rows?: number
  look?: 'rows' | 'two-line' | 'block'
}

/** The final layout greyed, only once the answer is later than 150 ms. No shimmer. */
export function Skeleton({ label, rows = 6, look = 'rows' }: SkeletonProps) {
  return (
    <div role="status" className="appear-late">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true">
        {Array.from({ length: rows }, (_, index) => index).map((row) => (
          <SkeletonRow key={row} index={row} look={look} />
        ))}
      </div>
    </div>
  )
}

// Widths vary by a fixed rule, so that rows do not look like a barcode and two renders agree.
const nameWidths = ['38%', '31%', '34%', '27%', '37%', '29%']

function SkeletonRow({ index, look }: { index: number; look: 'rows' | 'two-line' | 'block' }) {
  const bar = 'block h-2.5 rounded-1 bg-surface-3'
  const width = nameWidths[index % nameWidths.length]
  if (look === 'block') return <span className={`${bar} my-2 ms-6`} style={{ width }} />
  return (
    <div className={`flex items-center gap-3 border-b border-line px-5 ${look === 'two-line' ? 'h-11' : 'h-row'}`}>
      <span className="size-5 shrink-0 rounded-1 bg-surface-3" />
      <span className="grow">
        <span className={bar} style={{ width }} />
        {look === 'two-line' && <span className={`${bar} mt-1.5`} style={{ width: '22%' }} />}
      </span>
      <span className={`${bar} w-[9%]`} />
      <span className={`${bar} w-[13%]`} />
    </div>
  )
}
