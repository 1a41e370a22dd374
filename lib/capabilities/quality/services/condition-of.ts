import type { CheckPromise } from '@/lib/control-loop/proposal/domain/check-promise'
import type { WarehousePort, WarehouseTable } from '@/lib/integrations/warehouse/port'

type RowCondition = Parameters<WarehousePort['countFailing']>[1]

/** The rows that break a promise; null for promises that are about a number of the table. `parent` is the other table's place in the destination. */
export function conditionOf(promise: CheckPromise, parent: WarehouseTable | null): RowCondition | null {
  switch (promise.kind) {
    case 'not-null':
      return { kind: 'is-null', column: promise.column }
    case 'unique':
      return { kind: 'repeated', columns: promise.columns }
    case 'accepted-values':
      return { kind: 'not-among', column: promise.column, values: promise.values }
    case 'range':
      return { kind: 'outside-range', column: promise.column, min: promise.min, max: promise.max }
    case 'pattern':
      return { kind: 'not-matching', column: promise.column, pattern: promise.pattern }
    case 'length':
      return { kind: 'length-outside', column: promise.column, min: promise.min, max: promise.max }
    case 'referential':
      return (
        parent && {
          kind: 'without-parent',
          column: promise.column,
          parent: { ...parent, column: promise.parent.column },
        }
      )
    case 'freshness':
    case 'row-count':
    case 'aggregate':
      return null
  }
}
