import type { ReactNode } from 'react'

export type FigureProps = { value: ReactNode; label: ReactNode }

/** One number of an impact line: 16 px value over its 12 px label. */
export function Figure({ value, label }: FigureProps) {
  return (
    <div className="flex min-w-0 flex-col">
      <span className="text-lg leading-[22px] font-semibold tracking-[-0.01em]">{value}</span>
      <span className="text-xs text-ink-2">{label}</span>
    </div>
  )
}
