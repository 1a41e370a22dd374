export type ShareTone = 'well' | 'flow' | 'paused' | 'rescheduled' | 'watch' | 'over'
export type ShareStripProps = {
  label: string
  /** In order, healthy first; empty ones are left out. */
  shares: readonly { key: string; count: number; word: string; tone: ShareTone }[]
}

const fills: Record<ShareTone, string> = {
  well: 'bg-level-2',
  flow: 'bg-water',
  paused: 'bg-ink-3',
  rescheduled: 'bg-ink-2',
  watch: 'bg-level-3',
  over: 'bg-level-4',
}

/** How many of what, as one strip: each share as wide as its count, its number and word below. */
export function ShareStrip({ label, shares }: ShareStripProps) {
  const filled = shares.filter((share) => share.count > 0)
  if (filled.length === 0) return null
  return (
    <ul
      aria-label={label}
      className="flex shrink-0 flex-wrap gap-0.5 border-b border-line px-5 py-2.5 text-xs text-ink-2"
    >
      {filled.map((share) => (
        <li key={share.key} className="min-w-fit whitespace-nowrap" style={{ flexGrow: share.count, flexBasis: 0 }}>
          <span aria-hidden="true" className={`mb-[5px] block h-1 rounded-[1px] ${fills[share.tone]}`} />
          <b className="font-semibold text-ink">{share.count}</b> {share.word}
        </li>
      ))}
    </ul>
  )
}
