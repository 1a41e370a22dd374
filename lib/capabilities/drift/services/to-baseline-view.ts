import type { DriftBaseline } from '@/generated/prisma/client'
import { baselineSourceSchema } from '../domain/baseline/baseline-version'

/** A version of a baseline as the API shows it. */
export function toBaselineView({ version, source, decidedBy, decidedAt }: DriftBaseline) {
  return { version, source: baselineSourceSchema.parse(source), decidedBy, decidedAt: decidedAt.toISOString() }
}
