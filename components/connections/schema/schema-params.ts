import { createSerializer, parseAsBoolean, parseAsString } from 'nuqs'

/** What of the tree is shown, and which row is looked at: all of it in the address. */
export const schemaParams = {
  proposals: parseAsBoolean.withDefault(false),
  off: parseAsBoolean.withDefault(false),
  hashed: parseAsBoolean.withDefault(false),
  class: parseAsString,
  q: parseAsString.withDefault(''),
  at: parseAsString,
}

export interface SchemaParams {
  proposals: boolean
  off: boolean
  hashed: boolean
  class: string | null
  q: string
  at: string | null
}

const serialize = createSerializer(schemaParams)

/** The tree's address with some of its state changed. */
export function schemaHref(connectionId: string, current: SchemaParams, change: Partial<SchemaParams>): string {
  return serialize(`/connections/${connectionId}/schema`, { ...current, ...change })
}
