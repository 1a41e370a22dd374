import { ModelText } from '@/components/ui/model-text'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { AdviceResult } from '@/lib/capabilities/advice/domain/advice-result'

export type SyncModeAdviceProps = { result: Extract<AdviceResult, { kind: 'advise-sync-mode' }> }

/** How a model would have the table synced, why, and what speaks against it. */
export function SyncModeAdvice({ result }: SyncModeAdviceProps) {
  const { syncMode, current, reason, against } = result
  return (
    <div className="grid gap-1 text-xs leading-[18px] wrap-anywhere">
      <p>
        <b className="mono font-medium">{syncMode}</b>
        <span className="text-ink-3">
          {current === null ? '' : current === syncMode ? ', as it is now' : `, now ${current}`}
        </span>
      </p>
      <p>
        <ModelText>{revealInvisible(reason)}</ModelText>
      </p>
      {against.trim() !== '' && <p className="text-ink-3">Against it: {revealInvisible(against)}</p>}
    </div>
  )
}
