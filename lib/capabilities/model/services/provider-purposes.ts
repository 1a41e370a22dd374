/** What a sealed secret belongs to: sealed with it and checked on opening, so that a swapped row does not open. */
export const providerKeyPurpose = (providerId: string) => `model-key:${providerId}`
export const exportHeaderPurpose = 'model-export-header'
