/** Which rows are connections of the account, and not only planned by a proposal: the filter of everything that lists, counts or looks. */
export const existing = { externalId: { not: null } } as const

/** The id the service knows a connection by. Throws for one that is only planned: whoever asks must have left those out. */
export function externalIdOf(connection: { externalId: string | null }): string {
  if (connection.externalId === null)
    throw new Error('This connection is planned and does not exist in the account yet')
  return connection.externalId
}
