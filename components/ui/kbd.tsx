export type KbdProps = { keys: string; ground?: 'surface' | 'ink' | 'water' }

const grounds = {
  surface: 'border-line-2 bg-surface text-ink-3',
  ink: 'border-[color-mix(in_oklab,var(--hg-on-ink)_34%,transparent)] text-inherit',
  water: 'border-[color-mix(in_oklab,var(--hg-on-water)_40%,transparent)] text-inherit',
} as const

/** One key cap for each space-separated key of `keys` ("G A" draws two). `ground` is the fill it stands on. */
export function Kbd({ keys, ground = 'surface' }: KbdProps) {
  return (
    <span className="inline-flex gap-1">
      {keys.split(' ').map((key) => (
        <kbd
          key={key}
          className={`inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-1 border px-1 text-2xs ${grounds[ground]}`}
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
