import { type Budget, prepareBudgetBar } from './prepare-budget-bar'

export type BudgetBarProps = Budget & {
  label: string
  /** The numbers in words, at the end of the line: "588 of 20 000 / h". */
  valueText: string
  /** After the numbers in ink-3: "forecast $158". */
  note?: string
  size?: 'row' | 'small'
}

const fills = { well: 'bg-ink-2', watch: 'bg-level-3', over: 'bg-level-4' } as const

/** A budget: label and numbers over a 4 px bar, the forecast as a tick. */
export function BudgetBar({ label, valueText, note, size = 'row', ...budget }: BudgetBarProps) {
  const parts = prepareBudgetBar(budget)
  return (
    <div>
      <div
        className={`mb-[5px] flex justify-between gap-2 whitespace-nowrap ${size === 'row' ? 'text-xs' : 'text-2xs'}`}
      >
        <span className="min-w-0 truncate">{label}</span>
        <span className="text-ink-2">
          {valueText}
          {note && (
            <span className={parts.level === 'well' ? 'text-ink-3' : 'font-medium text-warn-ink'}>
              {' · '}
              {note}
            </span>
          )}
        </span>
      </div>
      <meter
        aria-label={label}
        min={0}
        max={budget.limit}
        value={Math.min(budget.spent, budget.limit)}
        aria-valuetext={note ? `${valueText}, ${note}` : valueText}
        className="sr-only"
      />
      <div aria-hidden="true" className="relative flex h-1 w-full overflow-hidden rounded-full bg-surface-3">
        <span
          className={`motion-level h-full rounded-s-full ${fills[parts.level]}`}
          style={{ width: `${parts.spentPercent}%` }}
        />
        <span className="motion-level h-full bg-line-control" style={{ width: `${parts.reservedPercent}%` }} />
        {parts.forecastPercent !== null && (
          <span className="absolute inset-y-0 w-px bg-ink" style={{ insetInlineStart: `${parts.forecastPercent}%` }} />
        )}
      </div>
    </div>
  )
}
