import { clsx } from 'clsx'

export type TileProps = { name: string; size?: 'sm' | 'lg' }

/** The two-letter tile of a connector or destination. Silent to readers: the name always stands beside it. */
export function Tile({ name, size = 'sm' }: TileProps) {
  const letters = name.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 2)
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'inline-grid shrink-0 place-items-center bg-surface-2 font-mono leading-none font-medium tracking-[-0.03em] text-ink-2 capitalize inset-ring inset-ring-line-2',
        size === 'sm' ? 'size-5 rounded-[4px] text-[9.5px]' : 'size-7 rounded-2 text-[12px]',
      )}
    >
      {letters}
    </span>
  )
}
