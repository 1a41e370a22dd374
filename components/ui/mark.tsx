export type MarkProps = { size?: 16 | 20 | 24 | 32 | 48 | 64; hasWordmark?: boolean }

const strokes = (
  <>
    <path fill="currentColor" d="M1 1h3v14H1zM12 1h3v14h-3zM5 3h6v5H5z" />
    <path fill="var(--hg-water)" d="M5 11h6v2H5z" />
  </>
)

/** The mark: two posts, a raised plate, water passing. With the wordmark beside it, the drawing itself is silent to readers. */
export function Mark({ size = 16, hasWordmark = false }: MarkProps) {
  if (!hasWordmark) {
    return (
      <svg viewBox="0 0 16 16" width={size} height={size} role="img" aria-label="Headgate" className="block shrink-0">
        {strokes}
      </svg>
    )
  }
  return (
    <span className="inline-flex items-center gap-[9px] text-md font-semibold tracking-[-0.012em]">
      <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className="block shrink-0">
        {strokes}
      </svg>
      Headgate
    </span>
  )
}
