import { ArrowRight } from 'lucide-react'
import { DiffWord } from '@/components/ui/diff-word'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { ChangeView } from '@/lib/control-loop/diff/contract'

export type ChangeValuesProps = { change: Pick<ChangeView, 'before' | 'after'> }

/** Before and after, each as it was read; one side only where there was or is nothing. */
export function ChangeValues({ change: { before, after } }: ChangeValuesProps) {
  return (
    <span
      className="inline-flex min-w-0 items-center gap-1.5 text-xs"
      title={[before, after].filter(Boolean).join(' → ')}
    >
      {before !== null && (
        <DiffWord side="before" isMono>
          {revealInvisible(before)}
        </DiffWord>
      )}
      {before !== null && after !== null && (
        <span className="text-ink-3">
          <Icon of={ArrowRight} size={12} />
        </span>
      )}
      {after !== null && (
        <DiffWord side="after" isMono>
          {revealInvisible(after)}
        </DiffWord>
      )}
    </span>
  )
}
