import type { ReactNode } from 'react'
import { GateDrawing } from './gate-drawing'
import { statusClass } from './status-class'

export type ErrorStateProps = {
  /** Above the title with the failed gate: "Stopped at step 2 of 3". */
  state?: string
  /** What did not happen: "Fivetran refused to include bin_audit". */
  title: string
  /** The cause, in the other side's own words if it gave any. */
  cause?: ReactNode
  /** What still holds or is untouched. */
  holds?: ReactNode
  /** What to do, in words; the buttons go into `actions`. */
  remedy?: ReactNode
  actions?: ReactNode
  correlationId?: string | null
}

/** A failure in its place, always in one order: what did not happen, cause, what holds, what to do, correlation id. */
export function ErrorState({ state, title, cause, holds, remedy, actions, correlationId }: ErrorStateProps) {
  return (
    <div role="alert" className="max-w-[560px] px-6 py-5">
      {state && (
        <p className={statusClass('text-bad-ink', 'header')}>
          <GateDrawing glyph="failed" size={16} />
          {state}
        </p>
      )}
      <h2 className="mt-1 mb-[3px] text-md font-semibold">{title}</h2>
      <div className="leading-[19px] text-ink-2">
        {cause && <p>{cause}</p>}
        {holds && <p>{holds}</p>}
        {remedy && <p>{remedy}</p>}
      </div>
      {(actions || correlationId) && (
        <div className="mt-3.5 flex flex-wrap items-center gap-2">
          {actions}
          {correlationId && (
            <span className="mono text-ink-2">
              <span className="sr-only">Correlation id </span>
              {correlationId}
            </span>
          )}
        </div>
      )}
    </div>
  )
}
