import { ModelText } from '@/components/ui/model-text'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { Fold } from './fold'
import { isModelRationale } from './prepare-drafters'

export type ModelFoldProps = { detail: Pick<ProposalDetail, 'drafters' | 'rationale' | 'correlationId'> }

/** What a language model wrote, folded and marked: not needed to decide. */
export function ModelFold({ detail }: ModelFoldProps) {
  const parts = detail.drafters.filter((drafter) => drafter.source === 'model')
  const models = [...new Set(parts.map((drafter) => drafter.name))].join(', ')
  return (
    <Fold title="✦ AI explanation and trace" note={`not needed to decide · ${models}`}>
      {isModelRationale(detail.drafters) && (
        <p className="max-w-[72ch] wrap-anywhere">
          <ModelText>{revealInvisible(detail.rationale)}</ModelText>
        </p>
      )}
      <ul className="mt-1.5 text-xs text-ink-2">
        {parts.map((drafter) => (
          <li key={`${drafter.name}-${drafter.part}`}>
            <span className="mono">{drafter.name}</span> wrote {drafter.part}. The same checker passed it that passes a
            person’s.
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-xs text-ink-3">
        Correlation id <span className="mono">{detail.correlationId}</span>
      </p>
    </Fold>
  )
}
