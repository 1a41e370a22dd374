import { RunStrip } from '@/components/charts/run-strip'
import type { CheckRow } from '@/lib/capabilities/quality/contract'

export type CheckStripProps = { check: Pick<CheckRow, 'strip' | 'terms'> }

/** The last 20 runs of a check. */
export function CheckStrip({ check }: CheckStripProps) {
  const failed = check.terms.severity === 'fail' ? ('fail' as const) : ('warn' as const)
  const outcomes = check.strip.map((outcome) =>
    outcome === 'passed' ? ('pass' as const) : outcome === 'failed' ? failed : ('none' as const),
  )
  return <RunStrip outcomes={outcomes} />
}
