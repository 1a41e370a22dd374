export const reviewKeys = {
  batches: ['review-batches'] as const,
  absences: ['absences'] as const,
  exclusions: ['draft-exclusions'] as const,
}
