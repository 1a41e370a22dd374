import type { ReactNode } from 'react'

export type ModelTextProps = { children: ReactNode }

/** Words written by a language model: marked, dotted, with no colour of their own. */
export function ModelText({ children }: ModelTextProps) {
  return (
    <span className="text-ink-2">
      <span className="whitespace-nowrap">
        <span aria-hidden="true">✦ </span>AI{' '}
      </span>
      <span className="underline decoration-line-control decoration-dotted decoration-1 underline-offset-3">
        {children}
      </span>
    </span>
  )
}
