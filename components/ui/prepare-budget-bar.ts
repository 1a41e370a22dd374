export type Budget = { spent: number; limit: number; reserved?: number; forecast?: number | null }

export type BudgetBarParts = {
  spentPercent: number
  reservedPercent: number
  /** Where the forecast's tick stands; null without one. Over the limit it stands at the very end. */
  forecastPercent: number | null
  /** Over: spent passed the limit. Watch: the forecast will. */
  level: 'well' | 'watch' | 'over'
}

/** A budget in, its bar out. A limit of zero is over as soon as anything is spent, and empty before that. */
export function prepareBudgetBar({ spent, limit, reserved = 0, forecast = null }: Budget): BudgetBarParts {
  const share = (value: number) => (limit > 0 ? Math.min(100, Math.max(0, (value / limit) * 100)) : value > 0 ? 100 : 0)
  const spentPercent = share(spent)
  const level = spent > limit ? 'over' : forecast !== null && forecast > limit ? 'watch' : 'well'
  return {
    spentPercent,
    reservedPercent: share(spent + reserved) - spentPercent,
    forecastPercent: forecast === null ? null : Math.min(99.6, share(forecast)),
    level,
  }
}
