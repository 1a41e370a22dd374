/** What spans the stages: mutations of every slice invalidate these. */
export const overviewKeys = { home: ['home'] as const, status: ['status'] as const }
