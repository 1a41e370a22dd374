/** Query keys of policies. */
export const policyKeys = { all: ['policies'] as const }
