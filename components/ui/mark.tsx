export type MarkProps = { size?: 16 | 20 | 24 | 32 | 48 | 64; hasWordmark?: boolean }

/** The mark: two posts, a raised plate, water passing. With the wordmark beside it, the drawing itself is silent to readers. */
export function Mark({ size = 16, hasWordmark = false }: MarkProps) {
  const drawing = (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className="block shrink-0"
      {...(hasWordmark ? { 'aria-hidden': true } : { role: 'img', 'aria-label': 'Headgate' })}
    >
      <path fill="currentColor" d="M1 1h3v14H1zM12 1h3v14h-3zM5 3h6v5H5z" />
      <path fill="var(--hg-water)" d="M5 11h6v2H5z" />
    </svg>
  )
  if (!hasWordmark) return drawing
  return (
    <span className="inline-flex items-center gap-[9px] text-md font-semibold tracking-[-0.012em]">
      {drawing}
      Headgate
    </span>
  )
}
