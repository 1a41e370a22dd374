/** Deeper than any schema or record people send; walkers may recurse that far without harm. */
export const depthMax = 200

/** Where a text stops being JSON that can be taken: its offset and a sentence's rest. */
export interface JsonFault {
  at: number
  reason: string
  /** Of a text that is valid and still refused (one key twice, nesting without end): the keys down to the place. */
  path?: string
}
