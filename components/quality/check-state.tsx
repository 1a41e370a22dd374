import { Check, CircleDashed, TriangleAlert, X } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import type { CheckRow } from '@/lib/capabilities/quality/contract'

export type CheckStateProps = { state: CheckRow['state']; isBare?: boolean }

const faces = {
  failing: { of: X, word: 'Failing', colour: 'text-bad-ink' },
  warning: { of: TriangleAlert, word: 'Warning', colour: 'text-warn-ink' },
  'not-run': { of: CircleDashed, word: 'Not run', colour: 'text-ink-3' },
  passing: { of: Check, word: 'Passing', colour: 'text-good-ink' },
} as const

/** Where a check stands: a sign and its word, never the colour alone. */
export function CheckState({ state, isBare = false }: CheckStateProps) {
  const { of, word, colour } = faces[state]
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-xs font-medium ${colour}`}
      title={isBare ? word : undefined}
    >
      <Icon of={of} size={14} />
      <span className={isBare ? 'sr-only' : undefined}>{word}</span>
    </span>
  )
}
