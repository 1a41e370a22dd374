/** What a sealed secret belongs to: sealed with it and checked on opening, so that a swapped row does not open. */
export const keyPurpose = (accountId: string) => `fivetran-key:${accountId}`
export const secretPurpose = (accountId: string) => `fivetran-secret:${accountId}`
export const writeKeyPurpose = (accountId: string) => `fivetran-write-key:${accountId}`
export const writeSecretPurpose = (accountId: string) => `fivetran-write-secret:${accountId}`
export const warehousePurpose = (destinationId: string) => `warehouse:${destinationId}`
