import { StepTitle } from '@/components/apply-runs/step-title'
import { CodeBlock } from '@/components/ui/code-block'
import { HashText } from '@/components/ui/hash-text'
import type { PlanStep } from '@/lib/control-loop/apply/domain/plan-step'
import { Fold } from './fold'

export type RequestFoldProps = { plan: readonly PlanStep[]; planHash: string }

function countRequests(plan: readonly PlanStep[]): string {
  const requests = plan.filter((step) => step.request !== null).length
  if (requests === 0) return 'nothing leaves Headgate'
  return requests === 1 ? '1 request, as written here' : `${requests} requests, in this order`
}

/** The requests as they will be sent, word for word: method, path and body of each step. */
export function RequestFold({ plan, planHash }: RequestFoldProps) {
  return (
    <Fold title="What is sent" note={countRequests(plan)}>
      <ol className="space-y-2.5">
        {plan.map((step) => (
          <li key={step.index} className="min-w-0">
            <p className="text-xs">
              <span className="text-ink-3">{step.index + 1}</span> <StepTitle title={step.title} />
            </p>
            {step.request ? (
              <div className="mt-1 bg-surface-2">
                <p className="mono px-4 pt-2 wrap-anywhere">
                  <b className="font-semibold">{step.request.method}</b> {step.request.path}
                </p>
                {step.request.body != null && (
                  <CodeBlock
                    label={`Body of step ${step.index + 1}`}
                    code={JSON.stringify(step.request.body, null, 2)}
                    isCopyable
                  />
                )}
              </div>
            ) : (
              <p className="text-xs text-ink-3">Recorded in Headgate; nothing outside is touched.</p>
            )}
          </li>
        ))}
      </ol>
      <p className="mt-2 flex items-center gap-1.5 text-xs text-ink-3">
        An approval is bound to plan <HashText hash={planHash} isCopyable />
      </p>
    </Fold>
  )
}
