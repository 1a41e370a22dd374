import { Check, type LucideIcon, Minus, X } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { ProviderView } from '@/lib/capabilities/model/contract'

export type ProviderProbesProps = Pick<ProviderView, 'probes' | 'modelsSeen'>

const faces: Record<ProviderView['probes'][number]['outcome'], { icon: LucideIcon; colour: string; word: string }> = {
  yes: { icon: Check, colour: 'text-good-ink', word: 'Yes: ' },
  no: { icon: X, colour: 'text-bad-ink', word: 'No: ' },
  'not-tried': { icon: Minus, colour: 'text-ink-3', word: 'Not tried: ' },
}
const modelsShown = 8

/** What the last test tried and found, in the provider's own words where it has some. Nothing before the first test. */
export function ProviderProbes({ probes, modelsSeen }: ProviderProbesProps) {
  if (probes.length === 0 && modelsSeen.length === 0) return null
  const shown = modelsSeen.slice(0, modelsShown).map(revealInvisible).join(', ')
  const more = modelsSeen.length - modelsShown
  return (
    <div className="mb-1.5 text-xs sm:ps-36">
      <ul aria-label="What the test found">
        {probes.map((probe) => {
          const face = faces[probe.outcome]
          return (
            <li key={probe.capability} className="flex min-h-6 items-start gap-2 leading-[18px]">
              <span className={`pt-0.5 ${face.colour}`}>
                <Icon of={face.icon} />
                <span className="sr-only">{face.word}</span>
              </span>
              <span className="min-w-0 wrap-anywhere">
                {revealInvisible(probe.capability)}
                {probe.detail && <span className="text-ink-3"> · {revealInvisible(probe.detail)}</span>}
              </span>
            </li>
          )
        })}
      </ul>
      {modelsSeen.length > 0 && (
        <p className="leading-[18px] text-ink-3 wrap-anywhere">
          Lists <span className="mono">{shown}</span>
          {more > 0 && ` and ${more} more`}
        </p>
      )}
    </div>
  )
}
