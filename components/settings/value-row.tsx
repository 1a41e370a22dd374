import type { ReactNode } from 'react'

export type ValueRowProps = { label: string; children: ReactNode; note?: ReactNode }

/** A value that cannot be edited here, in the place its field would have. */
export function ValueRow({ label, children, note }: ValueRowProps) {
  return (
    <dl className="mb-1.5 flex min-h-8 flex-wrap items-center gap-x-3 last:mb-0">
      <dt className="w-[132px] shrink-0 text-ink-2">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
      {note && <dd className="text-xs text-ink-3">{note}</dd>}
    </dl>
  )
}
