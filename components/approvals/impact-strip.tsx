import { Figure } from '@/components/ui/figure'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { impactValue } from './prepare-impact'

export type ImpactStripProps = { impact: ProposalDetail['impact']; now: number }

/** Measured consequences side by side. What nobody could measure is a dash and says so, never a zero. */
export function ImpactStrip({ impact, now }: ImpactStripProps) {
  if (impact.length === 0) return <p className="text-xs text-ink-2">Nothing downstream was measured for this.</p>
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      {impact.map(({ label, value }) => (
        <div key={label} className="min-w-[84px] flex-1 not-first:border-s not-first:border-line not-first:ps-3.5">
          <Figure
            value={value === null ? <span className="font-normal text-ink-3">–</span> : impactValue(value, now)}
            label={value === null ? `${label}, not measured` : label}
          />
        </div>
      ))}
    </div>
  )
}
