import { clsx } from 'clsx'
import { revealInvisible } from './reveal-invisible'
import { splitPath } from './split-path'

export type PathNameProps = {
  /** A dotted path, or its segments when a name may hold a dot. */
  path: string | readonly string[]
  size?: 'row' | 'title'
  isGone?: boolean
}

/** A path in mono: the prefix grey and first to be cut, the last segment ink and never cut. */
export function PathName({ path, size = 'row', isGone = false }: PathNameProps) {
  const split = splitPath(path)
  const prefix = revealInvisible(split.prefix)
  const last = revealInvisible(split.last)
  return (
    <span
      title={`${prefix}${last}`}
      className={clsx(
        'inline-flex max-w-full min-w-0 align-bottom font-mono tracking-[-0.015em] whitespace-nowrap',
        size === 'row' ? 'text-[12px]' : 'text-[15px] leading-6',
      )}
    >
      {prefix && <span className="min-w-0 truncate font-normal text-ink-3">{prefix}</span>}
      <span className={clsx('shrink-0 font-medium text-ink', isGone && 'line-through decoration-bad-ink')}>{last}</span>
    </span>
  )
}
