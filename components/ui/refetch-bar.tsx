export type RefetchBarProps = { isFetching: boolean; label?: string }

/** A 2 px line on top of a region whose rows are being read again; the old rows stay. The region must be `relative`. */
export function RefetchBar({ isFetching, label = 'Reading again' }: RefetchBarProps) {
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 top-0 z-2 h-0.5">
      {isFetching && (
        <span className="appear-late block h-full bg-ink-3">
          <span className="sr-only">{label}</span>
        </span>
      )}
    </div>
  )
}
