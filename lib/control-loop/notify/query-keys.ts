/** Cached answers about who is told. */
export const notifyKeys = { all: ['integrations'] as const }
