import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type TagKind = 'tag' | 'class' | 'new' | 'gone' | 'outside' | 'in-review' | 'changed' | 'flow'
export type TagProps = { kind?: TagKind; icon?: ReactNode; children: ReactNode }

const kinds: Record<TagKind, string> = {
  tag: 'bg-surface-3 text-ink-2',
  class: 'text-ink-2 inset-ring inset-ring-line-2',
  new: 'bg-good-bg text-good-ink',
  gone: 'bg-bad-bg text-bad-ink',
  outside: 'bg-warn-bg text-warn-ink',
  'in-review': 'bg-wait-bg text-wait-ink',
  changed: 'bg-mark-bg text-mark-ink',
  flow: 'bg-water-bg text-water-ink',
}

/** A small word on a name. Signs belong in the children: `+ new`, `− gone`, `~ widened`. */
export function Tag({ kind = 'tag', icon, children }: TagProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-[18px] items-center gap-1 rounded-1 px-[5px] align-middle text-2xs font-medium whitespace-nowrap',
        kinds[kind],
      )}
    >
      {icon}
      {children}
    </span>
  )
}
