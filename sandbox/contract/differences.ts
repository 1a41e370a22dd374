import type { ShapeRule } from './validate-shape'

export interface Difference {
  /** Operations it holds for: `METHOD /path`, a pattern. */
  operation: RegExp
  /** Places in the reply, a pattern over paths such as `.data.items.*.failed_at`. */
  path: RegExp
  rule: ShapeRule
  reason: string
}

/** Where the sandbox answers something else than the service's document says, on purpose. Nothing else may differ. */
export const DIFFERENCES: readonly Difference[] = []
