const CONFLICTS = new Set(['P2034', '40001', '40P01'])

/**
 * True when the database gave up a transaction that may be tried again: serialization failure or deadlock. The driver
 * nests its code differently for model calls (P2034) and raw statements (meta.driverAdapterError.cause.originalCode).
 */
export function isTransactionConflict(error: unknown): boolean {
  const seen = new Set<unknown>()
  const visit = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return false
    seen.add(value)
    for (const key of ['code', 'originalCode']) {
      const code: unknown = Reflect.get(value, key)
      if (typeof code === 'string' && CONFLICTS.has(code)) return true
    }
    return ['meta', 'cause', 'driverAdapterError'].some((key) => visit(Reflect.get(value, key)))
  }
  return visit(error)
}
