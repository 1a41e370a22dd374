import type { Classification } from '../domain/draft'

/** Tells what columns hold. The spine knows this shape only; the worker hands in the catalog's recognisers, which the spine never imports. */
export interface Classifier {
  /** By formatted column path. Columns nobody could judge are absent. */
  classify(
    connectionId: string,
    columns: readonly { schema: string; table: string; column: string }[],
  ): Promise<ReadonlyMap<string, Classification>>
}
