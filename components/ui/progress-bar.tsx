export type ProgressBarProps = {
  label: string
  done: number
  of: number
  /** Water only for what takes effect outside; reading and looking are ink. */
  tone?: 'ink' | 'water'
}

/** n of m as a 4 px bar; the numbers stand beside it in words. */
export function ProgressBar({ label, done, of, tone = 'ink' }: ProgressBarProps) {
  const percent = of <= 0 ? 0 : Math.min(100, Math.max(0, (done / of) * 100))
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      aria-valuetext={`${done} of ${of}`}
      className="h-1 w-full overflow-hidden rounded-full bg-surface-3"
    >
      <div
        className={`motion-level h-full rounded-full ${tone === 'water' ? 'bg-water' : 'bg-ink-2'}`}
        style={{ width: `${percent}%` }}
      />
    </div>
  )
}
